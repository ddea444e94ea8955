"""Registers: who is tied to whom, who said what, and what stands where and became of it."""

from vedette.assessment.registers.assets import asset_keys, assets
from vedette.assessment.registers.ties import tie_keys, ties
from vedette.assessment.registers.utterances import utterance_keys, utterances

__all__ = ["asset_keys", "assets", "tie_keys", "ties", "utterance_keys", "utterances"]
