"""The small words that join others; a list of keywords has hardly any."""

from course.reading.text import normal

_ENGLISH = """
a about above across after again all also although am an and any are as at be because been before
being below between both but by can could did do does doing down during each either enough every
few for from further get gets had has have having he her here him his how however i if in into is
it its just let like many may me might more most much must my myself need needs neither no none nor
not of off on once one only or other our ours out over own per same shall she should since so some
still such than that the their theirs them then there these they this those though through to too
under until up upon us very was we were what when where whether which while who whom whose why will
with within without would yet you your yours i'll i'm we'll we're don't won't can't it's that's
doesn't didn't isn't aren't cannot
"""
# As people type on a phone.
_TYPED = """
u ur n w r thats dont im its evry any1 every1 bcos becos bcoz bcz coz cos b4 til till wat wuld shud
cud insted frm thru tho wen wich wiv dosnt doesnt isnt cant wont ive
"""
_ARABIC = """
في من على إلى الى عن مع أن ان إن لا لم لن ما هذا هذه ذلك تلك التي الذي الذين هو هي هم نحن أنا كان
كانت يكون تكون سوف قد لقد كل بعض أو او ثم لكن ولكن بل حتى إذا اذا لأن لان كما بين بعد قبل عند منذ
خلال حول دون غير أي اي كيف متى أين لماذا هل نعم ليس ليست لنا لهم له لها منه منها فيه فيها به بها
لكم لي لك بكم منكم معكم معنا علينا عليكم
ال لل اللي مش عشان مو ما عليه عليها إليه أنه أنها أننا أنني بأن وأن فإن وهو وهي
وهذا وهذه ومن وفي وعلى وإلى ولا ولم ولن وما
"""
FUNCTION_WORDS = frozenset(normal(word) for word in (_ENGLISH + _TYPED + _ARABIC).split())
