"""Serves a model by llama.cpp's own HTTP server; run by a Python that has xllamacpp.

It prints the address, and ends when its input does.
"""

import sys

import xllamacpp


def main(model: str) -> None:
    params = xllamacpp.CommonParams()
    params.model.path, params.n_ctx = model, 16_384
    server = xllamacpp.Server(params)
    print(server.listening_address, flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main(sys.argv[1])
