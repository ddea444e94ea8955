"""Who gains and who loses by what is claimed."""

import pytest

from tests.assessment.conftest import Read
from vedette.assessment.stakes import Stakes
from vedette.assessment.voices import voices


@pytest.mark.parametrize(
    ("sentence", "stake"),
    [
        ("Russia said its forces had captured Toretsk.", "gains"),
        ("Ukraine said Russian forces had captured Toretsk.", "loses"),
        ("Residents said Russian forces had captured Toretsk.", "none"),
        ("Ukraine said a Russian missile killed 12 civilians in Kharkiv.", "gains"),
        ("The Russian army said a Russian missile killed 12 civilians in Kharkiv.", "loses"),
        ("The Red Cross said a Russian missile killed 12 civilians in Kharkiv.", "none"),
        ("An Iraqi ministry said 200 Syrian soldiers were wounded in Qaim.", "none"),
        ("Syria's army said 200 Syrian soldiers were killed in Homs.", "loses"),
        ("Amina Deng, a commander, said Amina Deng's fighters had captured Torit.", "gains"),
        ("Rebels captured Sake, rebel commanders said.", "gains"),
        ("Rebels captured Sake, army officers said.", "loses"),
        ("Rebels captured Sake, witnesses said.", "none"),
        ("Russia said its forces had struck a roundabout in Aleppo.", "none"),
        ("Russia said its forces had struck a hospital in Aleppo.", "loses"),
        ("Russia denied that its forces had struck a hospital in Aleppo.", "gains"),
    ],
)
def test_a_side_gains_by_its_success_and_by_the_guilt_of_the_other(sentence: str, stake: str, read: Read) -> None:
    kinds = {"control", "casualties", "violence"}
    claims = [one for one in read([f"Herald: {sentence}"]) if one.kind in kinds]
    assert [Stakes([one]).of(voice) for one in claims for voice in voices([one])] == [stake] * len(claims)
    assert claims
