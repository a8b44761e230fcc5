"""Trains one network with one seed. A run that was stopped goes on where it was last saved, with the same result."""

import copy
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Dict

import numpy
import torch
from torch import Tensor, nn
from tqdm import tqdm

from .batches import Batches
from .clips import Clips
from .configurations import Configuration
from .features import HelloEdgeFeatures
from .network import Spotter, normalization
from .recipe import Recipe


@dataclass
class Data:
    """What all runs read."""

    train: Clips
    validation: Clips
    noises: Dict[str, numpy.ndarray]


@dataclass
class Run:
    """A trained network.

    :param spotter: with the averaged weights of the best validation.
    :param validation: the share of validation clips that it gets right.
    :param seconds: time spent training, over all sessions.
    """

    spotter: Spotter
    validation: float
    seconds: float


def features_of(clips: Clips, stride: int) -> Tensor:
    """The features of all clips, ``[T, clips, 10]``, computed in doubles."""
    extract = HelloEdgeFeatures(stride, torch.float64)
    parts = [extract(torch.from_numpy(clips.samples[start:start + 500]).double() / 32_768) for start in range(0, len(clips.names), 500)]
    return torch.cat(parts, 1).float()


def probabilities(spotter: nn.Module, features: Tensor) -> Tensor:
    """``[T, clips, 10]`` to ``[clips, 12]``."""
    spotter.eval()
    with torch.no_grad():
        return torch.cat([spotter(part).softmax(-1) for part in features.split(500, 1)])


def accuracy(spotter: nn.Module, features: Tensor, labels: numpy.ndarray) -> float:
    """The share of clips whose most probable label is theirs."""
    return float((probabilities(spotter, features).argmax(-1).numpy() == labels).mean())


def train(name: str, configuration: Configuration, seed: int, recipe: Recipe, data: Data, checkpoint: Path) -> Run:
    """Trains, or goes on with what ``checkpoint`` holds, or returns it where it is finished.

    :raises ValueError: the checkpoint is of another configuration, seed or recipe.
    """
    batches = Batches(data.train, data.noises, recipe.batch)
    extract = HelloEdgeFeatures(configuration.stride)
    identity = {"name": name, "configuration": asdict(configuration), "seed": seed, "recipe": asdict(recipe)}

    torch.manual_seed(seed)
    # Features are normalized by those of one large batch: the same for all seeds.
    mean, scale = normalization(torch.cat([extract(batches.draw(0, 1_000_000 + part)[0]) for part in range(10)], 1))
    spotter = Spotter(configuration, mean, scale)
    average = copy.deepcopy(spotter)
    optimizer = torch.optim.AdamW(spotter.parameters(), lr=recipe.rate, weight_decay=recipe.decay)
    loss_of = nn.CrossEntropyLoss(label_smoothing=recipe.smoothing)
    best, best_weights, first, seconds = -1.0, average.state_dict(), 0, 0.0
    if checkpoint.exists():
        saved = torch.load(checkpoint)
        if saved["identity"] != identity:
            raise ValueError(f"{checkpoint}: it is of another run, {saved['identity']}; this is {identity}; delete it, or name another folder")
        spotter.load_state_dict(saved["spotter"])
        average.load_state_dict(saved["average"])
        optimizer.load_state_dict(saved["optimizer"])
        best, best_weights, first, seconds = saved["best"], saved["best_weights"], saved["step"], saved["seconds"]

    if first < recipe.steps:
        validation = features_of(data.validation, configuration.stride)
        began = time.monotonic()
        with tqdm(total=recipe.steps, initial=first, desc=f"{name}, seed {seed}", unit=" steps") as progress:
            for step in range(first, recipe.steps):
                # Dropout's random numbers too depend on the step alone.
                torch.manual_seed(seed * 1_000_003 + step)
                loss = _update(spotter, average, optimizer, loss_of, recipe, step, extract, batches.draw(seed, step))
                progress.update()
                if (step + 1) % recipe.check_every and step + 1 < recipe.steps:
                    continue
                right = accuracy(average, validation, data.validation.labels)
                if right > best:
                    best, best_weights = right, copy.deepcopy(average.state_dict())
                progress.set_postfix_str(f"loss {loss:.3f}, validation {right:.2%}, best {best:.2%}")
                spent = seconds + time.monotonic() - began
                _save(checkpoint, {
                    "identity": identity, "spotter": spotter.state_dict(), "average": average.state_dict(), "optimizer": optimizer.state_dict(),
                    "best": best, "best_weights": best_weights, "step": step + 1, "seconds": spent})
        seconds = spent

    average.load_state_dict(best_weights)
    return Run(average.eval(), best, seconds)


def _update(spotter, average, optimizer, loss_of, recipe, step, extract, batch) -> float:
    samples, labels = batch
    spotter.train()
    for group in optimizer.param_groups:
        group["lr"] = recipe.rate_at(step)
    loss = loss_of(spotter(extract(samples)), labels)
    optimizer.zero_grad()
    loss.backward()
    nn.utils.clip_grad_norm_(spotter.parameters(), recipe.clip_norm)
    optimizer.step()
    keep = recipe.averaging_at(step)
    with torch.no_grad():
        for mean, value in zip(average.parameters(), spotter.parameters()):
            mean.lerp_(value, 1 - keep)
    return loss.item()


def _save(checkpoint: Path, content: dict) -> None:
    checkpoint.parent.mkdir(parents=True, exist_ok=True)
    temporary = checkpoint.with_suffix(".tmp")
    torch.save(content, temporary)
    os.replace(temporary, checkpoint)
