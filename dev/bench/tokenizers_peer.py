"""Encoding a corpus by Hugging Face's tokenizers, for peer.py: on one thread, a document at a time."""

import os

# Read once, when the library is loaded.
os.environ["TOKENIZERS_PARALLELISM"] = "false"
os.environ["RAYON_NUM_THREADS"] = "1"

import time
from array import array
from pathlib import Path

from tokenizers import Tokenizer, decoders, models, pre_tokenizers

# As `datasets` hands them over: all encodings of 50 MB would need gigabytes.
BATCH = 1000


def tokenizer_of(folder):
    if (folder / "tokenizer.json").exists():
        return Tokenizer.from_file(str(folder / "tokenizer.json"))
    # GPT-2's own files.
    model = models.BPE.from_file(str(folder / "encoder.json"), str(folder / "vocab.bpe"))
    tokenizer = Tokenizer(model)
    tokenizer.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    tokenizer.add_special_tokens(["<|endoftext|>"])
    return tokenizer


def batches(documents):
    return (documents[first : first + BATCH] for first in range(0, len(documents), BATCH))


def tokenize(options):
    """The fastest of the library's three ways, found on the first tenth of the documents. What
    Python needs to read the ids out of an encoding is not counted."""
    tokenizer = tokenizer_of(Path(options.folder))
    text = Path(options.corpus).read_text(encoding="utf-8")
    documents = text.split("\0")[:-1]

    def one_by_one(documents):
        for document in documents:
            tokenizer.encode(document, add_special_tokens=False)

    def batch(documents):
        for part in batches(documents):
            tokenizer.encode_batch(part, add_special_tokens=False)

    def batch_fast(documents):
        for part in batches(documents):
            tokenizer.encode_batch_fast(part, add_special_tokens=False)

    def seconds(way):
        start = time.perf_counter()
        way(documents[: len(documents) // 10 + 1])
        return time.perf_counter() - start

    ways = {"encode": one_by_one, "encode_batch": batch, "encode_batch_fast": batch_fast}
    times = {name: min(seconds(way) for _ in range(2)) for name, way in ways.items()}
    best = min(times, key=times.get)

    def figures():
        ids = array("i")
        words = set()
        word_count = 0
        for document in documents:
            ids.extend(tokenizer.encode(document, add_special_tokens=False).ids)
            ids.append(-1)
            for word, _ in tokenizer.pre_tokenizer.pre_tokenize_str(document):
                words.add(word)
                word_count += 1
        if options.ids:
            Path(options.ids).write_bytes(ids.tobytes())
        return {
            "bytes": len(text.encode()) - len(documents),
            "documents": len(documents),
            "tokens": len(ids) - len(documents),
            "words": word_count,
            "distinct_words": len(words),
            "way": best,
        }

    return lambda: ways[best](documents), figures
