"""Who makes rules in the Emirates, and what their rules are called."""

_NAMES = """
    (?:dubai|abu dhabi|sharjah|ajman|fujairah|al ain|ras al[- ]khaimah|umm al[- ]quwain)
    (?:city )?municipality|(?:dubai|abu dhabi|federal|international)? ?civil defen[cs]e
    |municipalit(?:y|ies)|customs|federal customs|port authority|civil aviation|police
    |dha|doh|mohap|moh|ehs|khda|adek|spea|moe|ese|moiat|esma|eiac|enas|emirates authority
    |adafsa|mohre|moccae|moei|cbuae|central bank|sca|difc|dfsa|adgm|fsra|vara|rta|itc|gcaa|dcaa
    |dewa|addc|sewa|etihad water and electricity|tdra|tra|trakhees|jafza|dda|dld|dtcm|det|dct
    |saso|sfda|fanr|dm|adm|adpha|ddc|dca
    |department of \\w+(?: and \\w+)?|ministr(?:y|ies)(?: of \\w+(?: and \\w+)?)?
    |authorit(?:y|ies)|government|regulators?|the emirates?|uae|accreditation body
"""
BODY = "".join(line.strip() for line in _NAMES.strip().splitlines()).replace(
    "umm al[- ]quwain)(?:city", "umm al[- ]quwain) (?:city"
)
RULES = (
    "rules?|requirements?|regulations?|standards?|codes?|conditions?|guidelines?|specifications?"
    "|curricul(?:um|a)|circulars?|instructions|framework|licen[cs]es?|decrees?|orders?"
)
