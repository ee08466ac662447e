"""Each rule of the policy desk with its near misses."""

import pytest

from course.judging.policy import Company, review_policy


def reason(key: str, text: str, edition: str = "2015") -> str:
    return review_policy(text, edition=edition).requirement(key).reason


def called_out(key: str, text: str) -> set[str]:
    found = review_policy(text).qualities
    return {f.reason for f in found if f.key == key} - {"met"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We comply with clause 5.2.1.", "standard-only"),
        ("We comply with ISO 9001 and all its requirements.", "standard-only"),
        ("We meet all requirements.", "unnamed"),
        ("We are committed to satisfying applicable requirements.", "unnamed"),
        ("We meet our customers' requirements.", "customer-only"),
        ("We deliver what the customer has ordered.", "customer-only"),
        ("We obey the laws of the UAE.", "legal-only"),
        ("We do what the contract says and obey the municipality's rules.", "met"),
        ("We follow Dubai Municipality's rules.", "legal-only"),
        ("We meet customer, statutory and regulatory requirements.", "met"),
        ("We meet customer and legal requirements.", "met"),
        ("We meet the contract and the building code.", "met"),
        ("All customer and legal requirements are met.", "met"),
        ("We exceed customer expectations.", "missing"),
        ("We satisfy our customers.", "missing"),
        ("We survey customer requirements and study the law.", "missing"),
        ("We meet our customers every week.", "missing"),
        ("Our competitors meet customer and legal requirements.", "missing"),
        ("Our suppliers must comply with customer and legal requirements.", "missing"),
        ("Clause 5.2.1 requires us to meet customer and legal requirements.", "missing"),
        ("Do we meet customer and legal requirements?", "missing"),
    ],
)
def test_requirements_are_the_customers_and_the_laws(text, expected):
    assert reason("requirements", text) == expected


BOTH = "customer requirements and legal requirements"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"We do not commit to meeting {BOTH}.", "negated"),
        (f"We don't meet {BOTH}.", "negated"),
        (f"We never meet {BOTH}.", "negated"),
        (f"We are not required to meet {BOTH}.", "negated"),
        (f"We fail to meet {BOTH}.", "negated"),
        (f"We refuse to meet {BOTH}.", "negated"),
        (f"We work without meeting {BOTH}.", "negated"),
        (f"Meeting {BOTH} is not our priority.", "negated"),
        ("Customer requirements and legal requirements are not met.", "negated"),
        (f"We will not:\n- meet {BOTH}\n- answer complaints", "negated"),
        ("We meet customer requirements but not legal requirements.", "customer-only"),
        (f"We do not ship until the load meets {BOTH}.", "met"),
        (f"We never ship without meeting {BOTH}.", "met"),
        (f"We will not fail to meet {BOTH}.", "met"),
        (f"No one may ignore {BOTH}.", "met"),
        (f"No manager and no client may bypass {BOTH}.", "met"),
        ("We do not ignore customer requirements or breach the law.", "met"),
        (f"We do not chase volume, and we meet {BOTH}.", "met"),
        (f"We do not only meet {BOTH}; we ask.", "met"),
        (f"We meet {BOTH} without exception.", "met"),
        (f"We shall not compromise on {BOTH}.", "met"),
        (f"Nothing leaves the plant until it meets {BOTH}.", "met"),
        ("لا نسلم أي شحنة إلا بعد استيفاء متطلبات العميل واشتراطات البلدية.", "met"),
        ("نحن ملتزمون بتلبية متطلبات المرضى وأنظمة دائرة الصحة.", "met"),
        ("لا نلتزم بمتطلبات العملاء ولا بالقوانين.", "negated"),
        ("Customer requirements are not optional and the law is never ignored.", "met"),
        (f"We no longer meet {BOTH}.", "negated"),
        (f"We used to meet {BOTH}.", "negated"),
        (f"We have zero tolerance for delays, and we meet {BOTH}.", "met"),
        (f"We meet {BOTH}. We do not ship until the checks are done.", "met"),
        (f"We meet {BOTH}. When a requirement is not met, we stop.", "met"),
        (f"We meet {BOTH}. We do not meet {BOTH}.", "contradicted"),
    ],
)
def test_a_denial_reaches_as_far_as_its_scope(text, expected):
    assert reason("requirements", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We continually improve our quality management system.", "met"),
        ("We commit to continual improvement of the effectiveness of the QMS.", "met"),
        ("Our management system is improved every quarter.", "met"),
        ("We run a quality management system and continually improve it.", "met"),
        ("We never stop improving the way we work.", "met"),
        ("Everyone continually improves how we work.", "met"),
        ("Our quality management system is reviewed every year so that it keeps improving.", "met"),
        ("We improve. Every day.", "other-object"),
        ("We are committed to continual improvement.", "no-object"),
        ("We improve our quality management system.", "not-continual"),
        ("We improve customer satisfaction.", "other-object"),
        ("We continually improve customer satisfaction.", "other-object"),
        ("We run a quality management system and improve customer satisfaction.", "other-object"),
        ("We continually improve sales through our quality management system.", "other-object"),
        ("We stopped improving our quality management system.", "negated"),
        ("We work without continual improvement of our management system.", "negated"),
        ("Continual improvement of the QMS is not required.", "negated"),
        ("We are not required to continually improve our management system.", "negated"),
        ("Continual improvement is one of seven principles.", "missing"),
        ("Clause 10.3 is about continual improvement of the QMS.", "missing"),
        ("We serve improvised meals every quarter.", "missing"),
    ],
)
def test_improvement_is_continual_and_of_the_system(text, expected):
    assert reason("improvement", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We set yearly objectives for complaints and on-time delivery.", "met"),
        ("This policy provides a framework for setting quality objectives.", "said-only"),
        ("We answer complaints within two days.", "hooks-only"),
        ("We do not set objectives.", "negated"),
        ("Objectives are not set.", "negated"),
        ("Objectives are established and reviewed: delivery on time, rejected parts.", "met"),
        ("We set targets for rework. We do not set objectives.", "contradicted"),
        ("Our goal is to be the best.", "missing"),
        ("We judge by objective evidence.", "missing"),
        ("We deliver defect-free projects.", "missing"),
    ],
)
def test_objectives_need_a_frame_and_something_to_count(text, expected):
    assert reason("objectives", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Supervisors explain this policy in Urdu and ask what it means for the job.", "met"),
        ("This policy is communicated, understood and applied.", "said-only"),
        ("This policy is explained to all staff.", "told-only"),
        ("Everyone understands this policy.", "not-told"),
        ("This policy is not communicated to staff.", "negated"),
        ("We explain our prices to every customer.", "missing"),
    ],
)
def test_telling_is_not_understanding(text, expected):
    assert reason("communicated", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This policy is available to interested parties.", "met"),
        ("This policy is on our website.", "met"),
        ("This policy is displayed in the canteen.", "inside-only"),
        ("This policy is not available to customers.", "negated"),
        ("Copies of this policy are not given to suppliers.", "negated"),
        ("Spare parts are available to customers.", "missing"),
    ],
)
def test_available_means_to_someone_outside(text, expected):
    assert reason("available", text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Version 2, 5 January 2026.", "met"),
        ("Signed by the Managing Director, 2026-02-01.", "met"),
        ("Revision 4", "partly"),
        ("We were founded in 1998 and have 12 vans.", "missing"),
    ],
)
def test_a_document_shows_date_version_or_approval(text, expected):
    assert reason("documented", text) == expected


@pytest.mark.parametrize(
    ("key", "text", "expected"),
    [
        ("absolute", "We deliver zero defects.", {"zero-defect"}),
        ("absolute", "We have zero tolerance for bribes.", set()),
        ("absolute", "We do not promise zero defects.", set()),
        ("absolute", "We aim for 100 % customer satisfaction.", {"hundred-percent"}),
        ("absolute", "We check 100 % of welds.", set()),
        ("absolute", "We always deliver on time.", {"always"}),
        ("absolute", "We always check the torque twice.", set()),
        ("absolute", "We exceed expectations.", {"exceed"}),
        ("absolute", "Rework does not exceed two per cent.", set()),
        ("absolute", "We guarantee your success.", {"guarantee"}),
        ("absolute", "No one may close a guarantee claim alone.", set()),
        ("slogan", "We offer world-class service, best in class.", {"superlative"}),
        ("slogan", "We do not call ourselves world-class.", set()),
        ("slogan", "We strive for excellence.", {"buzzword"}),
        ("slogan", "We make class 4 concrete.", set()),
        ("scope", "We ensure worker safety.", {"safety"}),
        ("scope", "We repair safety valves and keep food safety and patient safety rules.", set()),
        ("scope", "We protect the environment.", {"environment"}),
        ("scope", "We offer a quiet work environment.", set()),
        ("scope", "We give to the local community.", {"social"}),
        ("scope", "Worker safety has its own policy.", set()),
        ("scope", "Our integrated management system keeps worker safety.", {"integrated"}),
        ("jargon", "We leverage synergies and stakeholder value.", {"jargon"}),
        ("jargon", "We use a lever.", set()),
        ("hedge", "We strive to answer, where possible.", {"hedged"}),
        ("hedge", "We answer the same day.", set()),
        ("job", "The shift supervisor stops the line.", set()),
        ("job", "We stop the line.", {"no-actor"}),
        ("job", "Nobody is obliged to hold a batch.", {"missing"}),
        ("job", "No supervisor is required to stop the line.", {"missing"}),
        ("job", "The supervisor does not have to stop the line.", {"missing"}),
        ("job", "Nobody may release a batch that failed its test.", set()),
        ("job", "The supervisor stops the line and nobody has to ask why.", set()),
        ("job", "لا أحد ملزم بإيقاف الدفعة.", {"missing"}),
        ("job", "Quality matters to us.", {"missing"}),
        ("job", "Supervisors explain this policy.", {"missing"}),
    ],
)
def test_words_to_think_twice_about(key, text, expected):
    assert called_out(key, text) == expected


def test_generic_words_are_not_specific_and_the_profile_counts():
    text = "Tamr Oasis roasts cashews in Liwa."
    assert review_policy("We provide quality services to customers.").quality("specific").state == (
        "missing"
    )
    assert review_policy(text).quality("specific").state != "met"
    known = Company("Tamr Oasis LLC", "Cashew roasting", "Liwa")
    assert review_policy(text, known).quality("specific").state == "partly"
    whole = "Tamr Oasis roasts cashews in Liwa for supermarkets."
    assert review_policy(whole, known).quality("specific").met


def test_a_profile_of_legal_forms_names_nothing():
    company = Company("General Trading Company LLC", "Services", "")
    review = review_policy("The company is trading quality services.", company)
    assert review.quality("specific").state == "missing"


def test_hooks_are_the_sentences_one_can_count_on():
    text = "We love quality. We answer complaints within two days. We do not count rework."
    review = review_policy(text)
    assert [text[a:b] for a, b in review.hooks] == ["We answer complaints within two days"]


def test_a_long_sentence_fails_the_reading_and_says_how_long():
    text = "We " + "build and check and write and " * 8 + "ship."
    plain = review_policy(text).quality("plain")
    assert plain.reason == "long-sentences"
    assert plain.facts["longest"] == str(len(text.split()))


def test_the_way_we_work_may_stand_before_what_it_does():
    text = "We act on each complaint so that the way we work keeps improving."
    assert review_policy(text, None, "2015").requirement("improvement").state == "met"
