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
        ("Rebels captured Sake, said an army officer who asked not to be named.", "loses"),
        ("Rebels captured Sake, rebel sources said.", "gains"),
        ("Rebels captured Sake, a diplomatic source said.", "none"),
        ("Rebels captured Sake, witnesses said.", "none"),
        ("Russia said its forces had struck a roundabout in Aleppo.", "none"),
        ("Russia said its forces had struck a hospital in Aleppo.", "loses"),
        ("Russia denied that its forces had struck a hospital in Aleppo.", "gains"),
        ("Nigeria's army said 40 terrorists were killed in Dikwa.", "gains"),
        ("Nigeria's army said troops killed 40 attackers in Dikwa.", "gains"),
        ("Residents said 40 terrorists were killed in Dikwa.", "none"),
        ("Militants said 40 soldiers were killed in Dikwa.", "gains"),
        ("Nigeria's army said 40 soldiers were killed in Dikwa.", "loses"),
        ("Islamic State said its fighters killed 12 fighters in Dikwa.", "gains"),
        ("The Nigerian army said the enemy lost Dikwa.", "gains"),
        ("Colombia's defence minister said the ELN had killed 20 farmers in Tibu.", "gains"),
        ("Nigeria's army denied that villagers had been shot dead in Dikwa.", "gains"),
    ],
)
def test_a_side_gains_by_its_success_and_by_the_guilt_of_the_other(sentence: str, stake: str, read: Read) -> None:
    kinds = {"control", "casualties", "violence"}
    claims = [one for one in read([f"Herald: {sentence}"]) if one.kind in kinds]
    assert [Stakes([one]).of(voice) for one in claims for voice in voices([one])] == [stake] * len(claims)
    assert claims
