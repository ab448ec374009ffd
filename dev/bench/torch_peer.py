"""Training steps and greedy decoding by PyTorch with transformers and peft, for peer.py.

Random weights and random tokens, float32 unless told otherwise, dropout 0, and a thread for each
processor. Everything else is what a user of transformers gets without asking, its attention kernel (sdpa) included.
"""

import os

import torch
from transformers import (
    CompileConfig,
    GPT2Config,
    GPT2ForSequenceClassification,
    GPT2LMHeadModel,
    logging,
)

logging.set_verbosity_error()
torch.set_num_threads(len(os.sched_getaffinity(0)))
torch.manual_seed(1)


def config_of(options, length, **more):
    """The last id is padding, and no row holds it."""
    return GPT2Config(
        n_layer=options.layers,
        n_embd=options.width,
        n_head=options.heads,
        vocab_size=options.vocab,
        n_positions=options.context or max(length, 64),
        resid_pdrop=0.0,
        embd_pdrop=0.0,
        attn_pdrop=0.0,
        pad_token_id=options.vocab - 1,
        bos_token_id=None,
        eos_token_id=None,
        **more,
    )


def step(options):
    """zero_grad, forward, loss, backward, clip at 1.0, AdamW."""
    # Row i has ragged[i mod n] tokens, and the batch is padded to its longest row, as the
    # collators of transformers and TRL do.
    ragged = options.ragged or [options.length]
    lengths = [ragged[row % len(ragged)] for row in range(options.batch)]
    places = torch.arange(max(lengths))[None]
    ends = torch.tensor(lengths)[:, None]
    mask = places < ends
    config = config_of(options, max(lengths), num_labels=options.classes or 2)
    ids = torch.randint(0, options.vocab - 1, mask.shape).masked_fill(~mask, config.pad_token_id)
    if options.classes:
        model = GPT2ForSequenceClassification(config)
        labels = torch.randint(0, options.classes, (len(lengths),))
        labelled = labels.numel()
    else:
        model = GPT2LMHeadModel(config)
        # As answers stand, at the end of each row.
        answers = torch.tensor([int(options.labelled * n + 0.5) for n in lengths])[:, None]
        labels = ids.masked_fill(~mask | (places < ends - answers), -100)
        labelled = (labels[:, 1:] != -100).sum().item()
    if options.lora:
        from peft import LoraConfig, get_peft_model

        adapter = LoraConfig(
            r=options.lora,
            lora_alpha=2 * options.lora,
            target_modules=["c_attn"],
            fan_in_fan_out=True,
        )
        model = get_peft_model(model, adapter)
    model.train()
    parameters = [p for p in model.parameters() if p.requires_grad]
    # transformers' Trainer asks for the fused kernel; torch by itself would not, and is slower.
    optimiser = torch.optim.AdamW(parameters, lr=1e-4, weight_decay=0.01, fused=True)
    call = torch.compile(model) if options.compile else model
    # Without padding there is nothing to mask, and attention is told only that it is causal.
    attention_mask = None if mask.all() else mask.long()

    def run():
        optimiser.zero_grad()
        output = call(
            input_ids=ids, attention_mask=attention_mask, labels=labels, use_cache=False
        )
        output.loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimiser.step()

    return run, lambda: {
        "tokens": sum(lengths),
        "labelled": labelled,
        "parameters": sum(p.numel() for p in model.parameters()),
        "trainable": sum(p.numel() for p in parameters),
    }


def generate(options):
    """Greedy decoding of one row with a cache, by transformers' `generate`."""
    model = GPT2LMHeadModel(config_of(options, options.prompt + options.tokens)).eval()
    model.to(getattr(torch, options.dtype))
    ids = torch.randint(0, options.vocab - 1, (1, options.prompt))
    settings = dict(
        attention_mask=torch.ones_like(ids), do_sample=False, max_new_tokens=options.tokens
    )
    if options.compile:
        # `generate` compiles the steps after the prompt where the cache has its full size from the
        # start; on a processor it has to be asked for it.
        compiling = CompileConfig(mode="default")
        compiling._compile_all_devices = True
        settings |= {"cache_implementation": "static", "compile_config": compiling}

    def run():
        output = model.generate(ids, **settings)
        assert output.shape == (1, options.prompt + options.tokens), output.shape

    return run, lambda: {
        "tokens": options.tokens,
        "parameters": sum(p.numel() for p in model.parameters()),
    }
