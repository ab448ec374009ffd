"""The workloads that compare.py measures, and what is asked of each."""

import os
import random
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / ".build/bench/corpus.txt"

MINI = "--layers 4 --width 256 --heads 4 --vocab 4096"
GPT2 = "--layers 12 --width 768 --heads 12 --vocab 50257 --context 1024"
PYTORCH = {"eager": "", "compile": "--compile"}


@dataclass(frozen=True)
class Case:
    # The arguments of both programs.
    command: str
    # How many times faster ours should be, by the peer's kind; "best" is its fastest.
    goals: dict[str, float | None]
    memory_goal: float | None = None
    # Arguments of ours alone.
    ours: str = ""
    # Arguments of each peer alone, by its kind.
    peers: dict[str, str] = field(default_factory=lambda: PYTORCH)
    # Peers that do something else, shown beside the others and in no ratio.
    asides: dict[str, str] = field(default_factory=dict)
    # Runs of a side before it is the next side's turn; their median counts.
    runs: int = 1


# Rows of instruction data differ in length. The last quarter of each row is its answer.
draw = random.Random(1)
SFT = "--batch 64 --labelled 0.25 --ragged " + ",".join(
    str(draw.randint(12, 96)) for _ in range(64)
)

# All rows of the classifier are equally long: rows of many lengths would favour ours, which does
# not pad.
CASES = {
    "mini-full": Case(
        f"step {MINI} --batch 16 --length 128",
        {"eager": 1.4, "compile": 1.0},
        memory_goal=0.6,
        runs=3,
    ),
    "mini-lora": Case(
        f"step {MINI} --batch 16 --length 128 --lora 8",
        {"eager": 1.5, "compile": None},
        memory_goal=0.6,
        runs=3,
    ),
    "sft": Case(f"step {MINI} {SFT}", {"best": 2.5}, memory_goal=0.6, runs=3),
    "gpt2-full": Case(
        f"step {GPT2} --batch 4 --length 128", {"best": 1.3}, memory_goal=0.85
    ),
    "gpt2-lora": Case(f"step {GPT2} --batch 4 --length 128 --lora 8", {"best": 1.5}),
    "gpt2-classifier": Case(
        f"step {GPT2} --batch 8 --length 64 --classes 2", {"best": 1.3}
    ),
    "decode-f32": Case(f"generate {GPT2} --prompt 16 --tokens 64", {"best": 1.3}),
}
for weights, goal in [("f16", 2.0), ("bf16", 2.0), ("int8", 3.0)]:
    CASES[f"decode-{weights}"] = Case(
        CASES["decode-f32"].command,
        {"best": goal},
        ours=f"--weights {weights}",
        asides={"eager_bf16": "--dtype bfloat16"} if weights == "bf16" else {},
    )


def tokenize(folder):
    return Case(
        f"tokenize {folder} --corpus {CORPUS}", {"best": 1.0}, peers={"tokenizers": ""}
    )


CASES["tokenize-en-zh"] = tokenize(ROOT / "Data/models/mini")
if "GPT2_TOKENIZER" in os.environ:
    CASES["tokenize-en-zh-gpt2"] = tokenize(Path(os.environ["GPT2_TOKENIZER"]).resolve())
