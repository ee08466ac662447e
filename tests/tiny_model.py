"""Makes a language model of random weights as a GGUF file: small, valid, and without any sense.

Layout: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

import struct
from pathlib import Path

import numpy as np

WIDTH, HEADS, HIDDEN, ROOM = 32, 2, 64, 16_384
_ALIGNED = 32
_NUMBER, _FLOAT, _TEXT, _LIST, _WHOLE = 4, 6, 8, 9, 5  # kinds of a fact
_NORMAL, _UNKNOWN, _CONTROL, _BYTE = 1, 2, 3, 6  # kinds of a token
_WORDS = ["<unk>", "<s>", "</s>", *(f"<0x{byte:02X}>" for byte in range(256)), "▁"]
_KINDS = [_UNKNOWN, _CONTROL, _CONTROL, *[_BYTE] * 256, _NORMAL]
_FACTS = {
    "general.architecture": "llama",
    "general.name": "random",
    "llama.context_length": ROOM,
    "llama.embedding_length": WIDTH,
    "llama.block_count": 1,
    "llama.feed_forward_length": HIDDEN,
    "llama.attention.head_count": HEADS,
    "llama.attention.layer_norm_rms_epsilon": 1e-5,
    "llama.rope.dimension_count": WIDTH // HEADS,
    "llama.vocab_size": len(_WORDS),
    "tokenizer.ggml.model": "llama",
    "tokenizer.ggml.tokens": _WORDS,
    "tokenizer.ggml.scores": [0.0] * len(_WORDS),
    "tokenizer.ggml.token_type": _KINDS,
    "tokenizer.ggml.bos_token_id": 1,
    "tokenizer.ggml.eos_token_id": 2,
    "tokenizer.ggml.unknown_token_id": 0,
}


def write_model(path: Path) -> None:
    tensors = _tensors()
    head = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(_FACTS))
    head += b"".join(_text(name) + _fact(value) for name, value in _FACTS.items())
    data = b""
    for name, tensor in tensors.items():
        shape = struct.pack(f"<{tensor.ndim}Q", *reversed(tensor.shape))
        head += _text(name) + struct.pack("<I", tensor.ndim) + shape
        head += struct.pack("<IQ", 0, len(data))  # 32-bit floats, from here
        data += _padded(tensor.tobytes())
    path.write_bytes(_padded(head) + data)


def _tensors() -> dict[str, np.ndarray]:
    chance = np.random.default_rng(7)

    def random(*shape: int) -> np.ndarray:
        return chance.normal(0, 0.05, shape).astype(np.float32)

    ones = np.ones(WIDTH, np.float32)
    embedding, output = random(len(_WORDS), WIDTH), random(len(_WORDS), WIDTH)
    # One number stays the same in every state, and leans to the sign that ends a text: else a
    # reply of random letters goes on for ever.
    embedding[:, 0], output[_WORDS.index("<0x22>"), 0] = 1.0, 2.0
    return {
        "token_embd.weight": embedding,
        "output_norm.weight": ones,
        "output.weight": output,
        "blk.0.attn_norm.weight": ones,
        "blk.0.ffn_norm.weight": ones,
        **{f"blk.0.attn_{name}.weight": random(WIDTH, WIDTH) for name in ("q", "k", "v", "output")},
        "blk.0.ffn_gate.weight": random(HIDDEN, WIDTH),
        "blk.0.ffn_up.weight": random(HIDDEN, WIDTH),
        "blk.0.ffn_down.weight": random(WIDTH, HIDDEN),
    }


def _text(text: str) -> bytes:
    raw = text.encode()
    return struct.pack("<Q", len(raw)) + raw


def _fact(value: object) -> bytes:
    match value:
        case str():
            return struct.pack("<I", _TEXT) + _text(value)
        case float():
            return struct.pack("<If", _FLOAT, value)
        case int():
            return struct.pack("<II", _NUMBER, value)
        case [str(), *_]:
            return struct.pack("<IIQ", _LIST, _TEXT, len(value)) + b"".join(map(_text, value))
        case [float(), *_]:
            return struct.pack(f"<IIQ{len(value)}f", _LIST, _FLOAT, len(value), *value)
        case [int(), *_]:
            return struct.pack(f"<IIQ{len(value)}i", _LIST, _WHOLE, len(value), *value)
    raise TypeError(value)


def _padded(data: bytes) -> bytes:
    return data + bytes(-len(data) % _ALIGNED)
