"""A denial points at what it denies."""

import pytest

from tests.claims.conftest import Read
from tests.claims.helpers import of_type


def test_a_denial_names_the_claim_of_the_same_document(read: Read) -> None:
    found = of_type(
        read("Rebels captured Bukavu, witnesses said. The army denied that rebels captured Bukavu."), "control/capture"
    )
    told, denied = sorted(found, key=lambda claim: claim.evidence.start)
    assert (denied.standing, denied.denies) == ("denied", (told.id,)) and told.denies == ()


def test_a_denial_of_what_nobody_told_points_nowhere(read: Read) -> None:
    (denied,) = of_type(read("The army denied that rebels captured Bukavu."), "control/capture")
    assert denied.denies == ()


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Residents said drones hit a market in Nyala. The army denied it.", [("denied", "hit")]),
        ("The militia said it burned the barn in Pibor, a boast the league disputed.", [("disputed", "burned")]),
        ("The mayor said jets burned the barn in Pibor, a version at which the colonel laughed.",
         [("laughed", "burned")]),
        ("The army put the dead in Bria at four, a figure the mayor called a bad joke.", [("joke", "dead")]),
        ("Priests said tanks shelled Bria. Havana scoffs at this.", [("scoffs", "shelled")]),
        ("The mayor said rebels burned the barn in Pibor. This proved to be untrue.", [("untrue", "burned")]),
        ("Two ferrymen said drones hit a market in Nyala. Both claims are fabrications.", [("fabrications", "hit")]),
        ("The mayor said drones hit a market in Nyala. The army neither confirmed nor denied the report.", []),
        ("The mayor said drones hit a market in Nyala. The army denied his nurses access to it.", []),
        ("Witnesses said rebels shelled the camp in Goma. Kigali called it baseless.", [("baseless", "shelled")]),
        ("A mayor said jets bombed the mill in Bria. It is not true, the army said.", [("true", "bombed")]),
        ("Rebels said they captured Bukavu. The government dismissed the claim.", [("dismissed", "captured")]),
        ("Kinshasa said Rwandan troops entered Sake, a charge that Kigali denies.", [("denies", "entered")]),
        ("Kinshasa said Rwandan troops entered Sake, which Kigali denies.", [("denies", "entered")]),
        ("In Sake, where a base has been besieged since May, the M23 said it had entered it. The army denied it.",
         [("denied", "entered")]),
        ("The league reports eleven herders killed in Makurdi, which police deny.", [("deny", "killed")]),
        ("Guards burned the barn in Pibor, drivers said. Not a word of truth in it, said the mayor.",
         [("truth", "burned")]),
        ("The militia's report that soldiers burned the barn in Pibor was dismissed by the army as fiction.",
         [("dismissed", "burned")]),
        ("Elders said jets bombed the well in Arhab. The coalition denied this, saying a mine had killed the goats.",
         [("denied", "bombed")]),
        ("Elders said jets bombed the well in Arhab. Nothing of the kind has happened, the coalition said.",
         [("Nothing", "bombed")]),
        ("Four men died in Arhab, the hospital said. An earlier toll of three dead was given at noon.", []),
        ("Kinshasa said Rwandan troops entered Sake, a claim rejected by Kigali.", [("rejected", "entered")]),
        ("Kinshasa said Rwandan troops entered Sake, something Kigali has denied.", [("denied", "entered")]),
        ("Medics said shells hit a hospital in Taiz. The Houthis denied shelling the hospital.", [("shelling", "hit")]),
        ("Medics said soldiers shelled a clinic in Taiz. A general said the report was false.", [("false", "shelled")]),
        ("Officials said 70 people were killed in Derna. The mayor disputed the figure.", [("disputed", "killed")]),
        ("The ministry said 27 soldiers died in Kosti. It later revised the toll to 31.", [("toll", "died")]),
        ("The army said it captured Kosti. It later retracted its claim that it had captured Kosti.",
         [("captured", "captured")]),
        ("An earlier version of this story said 12 people were killed in Kosti. Nine people were killed in Kosti.",
         [("killed", "killed")]),
        ("Ukraine said it struck an airbase near Saky. Russia's defence ministry denied the attack.",
         [("denied", "struck")]),
        ("Guards said gunmen looted the mill. A lie, the mayor told Radio Kosti.", [("lie", "looted")]),
        ("Villagers said rebels burned the mill. The rebels had nothing to do with it, their spokesman said.",
         [("nothing", "burned")]),
        ("A nurse said jets bombed the school. There was no airstrike, a colonel said.", [("airstrike", "bombed")]),
        ("Rebels shelled Sake, the mayor said, and looted the shops. He was mistaken, the army said.",
         [("mistaken", "shelled"), ("mistaken", "looted")]),
        ("The committee said 41 villagers were killed in Wad Rawah. It has since withdrawn the number.",
         [("withdrawn", "killed")]),
        ("The army rejected the rebels' claim that they had captured Sake.", [("rejected", "captured")]),
        ("The army called the rebels' claim that they had captured Sake a lie.", [("lie", "captured")]),
        ("The mayor said rebels killed nine people in Bria. The governor described this as fanciful.",
         [("fanciful", "killed"), ("fanciful", "killed")]),
        ("Rebels shelled the school in Lopa, nuns said. The militia's mouthpieces deny it.", [("deny", "shelled")]),
        ("Jets bombed a school in Radaa, elders said. The coalition called the report fabricated.",
         [("fabricated", "bombed")]),
        ("The leaflet said the rebels had left Bria. The leaflet was forged, their spokesman said.",
         [("forged", "left")]),
        ("M23 said it had taken Masisi. Traders reported looting in Sake. The army denied the rebel claim.",
         [("denied", "taken")]),
        ("The army said it had shelled Bama. A nurse said nine men died. The rebels rejected the army's account.",
         [("rejected", "shelled")]),
        ("The army said it captured Kosti. An envoy called the claim credible.", []),
        ("Medics said soldiers shelled a clinic in Taiz. The minister denied wrongdoing.", []),
        ("The army said it captured Kosti. The army denied that it had captured Sennar.", []),
        ("Rebels captured Sake. The government rejected a proposal for talks.", []),
        ("The minister accused Georgians of bombing their own positions, an allegation Tbilisi called absurd.",
         [("absurd", "bombing")]),
        ("Rebels said they had captured Kosti. The account was nothing but lies, he said.", [("lies", "captured")]),
        ("Nuns said drones had attacked Bria. They were not responsible, rebels said.", [("responsible", "attacked")]),
        ("Police said rebels had shelled Bria. The rebels denied any hand in it.", [("denied", "shelled")]),
        ("Two farmers were abducted, nuns said. \"An old lie,\" the mayor said.", [("lie", "abducted")]),
        ("Soldiers looted the market, the mayor said. Nothing could be further from the truth, the army said.",
         [("truth", "looted")]),
        ("Troops had entered Bria, the mayor said. The claim did not hold up, nuns said.", [("hold", "entered")]),
        ("The agency retracted its report that the president had fled.", [("retracted", "fled")]),
        ("Kabul denied sheltering the men who ambushed a convoy in Orakzai.", []),
        ("Rebels said they had killed ten men in Palma. The firm denied it had abandoned its staff in the town.", []),
        ("Rebels took Bangassou, the mission said. The spokesman denied the fall of Bouar.", []),
    ],
)  # fmt: skip
def test_a_denial_points_to_what_it_is_about(read: Read, text: str, links: list[tuple[str, str]]) -> None:
    found = {claim.id: claim for claim in read(text)}
    pairs = [(one.trigger, found[other].trigger) for one in found.values() for other in one.denies]
    assert [(left.text, right.text) for left, right in pairs if left and right] == links


@pytest.mark.parametrize(
    ("answer", "word"),
    [
        ("The claim is without foundation, a colonel said.", "foundation"),
        ("It never happened, the colonel told Reuters.", "happened"),
        ("The ministry laughed at this.", "laughed at"),
        ("The governor doubts it.", "doubts"),
        ("Officials dismissed the talk as village theatre.", "dismissed"),
        ("It did not.", "did"),
    ],
)
def test_a_denial_has_many_wordings(read: Read, answer: str, word: str) -> None:
    found = {claim.id: claim for claim in read(f"Villagers said the army burned the market in Bria. {answer}")}
    pairs = [(one.trigger, found[other].trigger) for one in found.values() for other in one.denies]
    assert [(left.text, right.text) for left, right in pairs if left and right] == [(word, "burned")]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The army wrongly reported that rebels captured Bukavu.", "superseded"),
        ("We told you at noon that rebels had captured Bukavu.", "superseded"),
        ("The radio, which on Monday reported that rebels captured Bukavu, says that they fled.", "superseded"),
        ("The radio, which reports from Goma that rebels captured Bukavu, says that they fled.", "asserted"),
        ("Rebels left, the army said, after its spokesman had announced that they captured Bukavu.", "superseded"),
        ("Asked whether rebels had captured Bukavu, the colonel said no.", "denied"),
        ("That rebels captured Bukavu is denied by the army.", "denied"),
        ("Nobody denies that rebels captured Bukavu.", "asserted"),
        ("Drivers said rebels captured Bukavu. That is true.", "confirmed"),
        ("Drivers said rebels captured Bukavu, a fact that the mayor confirmed.", "confirmed"),
        ("Footage suggests that rebels captured Bukavu.", "possible"),
        ("The army did not rule out that rebels had captured Bukavu.", "possible"),
        ("The army insisted that rebels had captured Bukavu.", "asserted"),
    ],
)
def test_what_words_around_a_telling_make_of_it(read: Read, text: str, standing: str) -> None:
    assert of_type(read(text), "control/capture")[0].standing == standing


def test_what_a_side_regrets_it_admits(read: Read) -> None:
    (claim,) = of_type(read("The army regretted the death of nine civilians in Bukavu."), "casualties/killed")
    assert claim.standing == "admitted"


def test_a_figure_that_is_denied_is_the_figure_and_not_the_attack(read: Read) -> None:
    found = read("Activists said jets bombed Idlib, killing 30 people. Damascus disputed the toll.")
    (denial,) = of_type(found, "statement/deny")
    assert [one.kind for one in found if one.id in denial.denies] == ["casualties"]


def test_an_earlier_version_is_superseded(read: Read) -> None:
    found = of_type(read("An earlier version of this story said 12 people were killed in Kosti."), "casualties/killed")
    assert [one.standing for one in found] == ["superseded"]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Drivers said rebels captured Sake. The governor confirmed it.", "confirmed"),
        ("Rebels captured Sake, drivers said, which the governor confirmed.", "confirmed"),
        ("Drivers said rebels captured Sake. We have not been able to check this.", "unverified"),
        ("Drivers said rebels captured Sake, an account that nobody could verify.", "unverified"),
        ("We wrote on Monday that rebels had captured Sake. We were wrong.", "superseded"),
        ("The army said it had captured Sake. It has since taken that back.", "superseded"),
        ("Drivers said rebels captured Sake. The governor could not confirm when he would return.", "asserted"),
        ("Drivers said rebels captured Sake. The army withdrew the brigade.", "asserted"),
    ],
)
def test_what_is_said_of_a_telling_changes_how_it_is_put(read: Read, text: str, standing: str) -> None:
    assert of_type(read(text), "control/capture")[0].standing == standing


def test_who_rejects_a_claim_of_others_is_no_source_of_it(read: Read) -> None:
    (told,) = of_type(read("The army rejected the rebels' claim that they had captured Sake."), "control/capture")
    assert told.standing == "asserted" and [link.text for link in told.chain[1:]] == ["the rebels'"]


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("The army said it did not shell the clinic in Taiz.", "denied"),
        ("The army said the rebels did not shell the clinic in Taiz.", "negated"),
        ("The army said it will not shell the clinic in Taiz.", "negated"),
        ("It is false that soldiers shelled the clinic in Taiz.", "denied"),
    ],
)
def test_who_answers_for_a_deed_of_his_own_denies_it(read: Read, text: str, standing: str) -> None:
    assert of_type(read(text), "violence/shelling")[0].standing == standing
