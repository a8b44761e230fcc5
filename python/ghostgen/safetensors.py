"""Writes and reads safetensors: https://github.com/huggingface/safetensors. Eight bytes of length, a header of JSON, the numbers."""

import json
import struct
from typing import Dict, List, Mapping, Optional, Sequence, Tuple

import numpy
import torch
from torch import nn

from .description import Description, describe
from .files import FilePath, replace_file
from .layers import LayerModule

METADATA_KEY = "ghostgen"
"""The entry of the metadata that holds the description of the layers, as JSON."""

_ALIGNMENT = 8
_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "|i1", "U8": "|u1", "BOOL": "|b1"}


def save_safetensors(
    path: FilePath,
    model: nn.Module,
    layers: Sequence[LayerModule],
    *,
    name: str,
    labels: Sequence[str] = (),
    mean: Optional[Sequence[float]] = None,
    scale: Optional[Sequence[float]] = None,
    metadata: Optional[Mapping[str, str]] = None,
) -> None:
    """Writes the weights of a model's layers, by their names in its state dictionary, and a description that the importer reads.

    :param path: the file, ``NAME.safetensors``.
    :param model: the module that holds the layers.
    :param layers: as for :func:`ghostgen.save_ghost_json`, like everything that follows.
    :raises ValueError: the model cannot be written; the message names the layer and says what to do.
    """
    description = describe(layers, model, name, labels, mean, scale, metadata)
    tensors: Dict[str, numpy.ndarray] = {}
    for layer in description.layers:
        tensors.update(layer.stored)
    text = json.dumps(_layers_document(description), ensure_ascii=False)
    replace_file(path, encode(tensors, {"format": "pt", METADATA_KEY: text}))


def load_safetensors(path: FilePath) -> Tuple[Dict[str, torch.Tensor], Dict[str, str]]:
    """Reads a file.

    :return: its tensors by their names, and its metadata.
    :raises ValueError: the file is damaged, or has elements of a type that is not read.
    """
    with open(path, "rb") as file:
        content = file.read()
    length = struct.unpack("<Q", content[:8])[0] if len(content) >= 8 else 0
    if length < 2 or 8 + length > len(content):
        raise ValueError(f"{path}: no safetensors file; its header would end at byte {8 + length}, and it has {len(content)}.")
    header = json.loads(content[8:8 + length])
    data = content[8 + length:]
    metadata = header.pop("__metadata__", {})
    tensors: Dict[str, torch.Tensor] = {}
    for name, entry in header.items():
        if entry["dtype"] not in _TYPES:
            raise ValueError(f"{path}: tensor '{name}' has elements of type {entry['dtype']}; {', '.join(_TYPES)} are read.")
        begin, end = entry["data_offsets"]
        element = numpy.dtype(_TYPES[entry["dtype"]])
        count = int(numpy.prod(entry["shape"], dtype=numpy.int64))
        if not 0 <= begin <= end <= len(data) or end - begin != count * element.itemsize:
            raise ValueError(f"{path}: tensor '{name}' of shape {entry['shape']} lies at bytes {begin} to {end} of {len(data)}, which does not fit.")
        values = numpy.frombuffer(data, element, count, begin).reshape(entry["shape"])
        tensors[name] = torch.from_numpy(values.copy())
    return tensors, metadata


def encode(tensors: Mapping[str, numpy.ndarray], metadata: Mapping[str, str]) -> bytes:
    """The bytes of a file of single-precision tensors."""
    header: Dict[str, object] = {"__metadata__": dict(metadata)} if metadata else {}
    pieces: List[bytes] = []
    offset = 0
    for name, values in tensors.items():
        piece = values.astype("<f4", copy=False).tobytes()
        header[name] = {"dtype": "F32", "shape": list(values.shape), "data_offsets": [offset, offset + len(piece)]}
        pieces.append(piece)
        offset += len(piece)
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % _ALIGNMENT)
    return struct.pack("<Q", len(text)) + text + b"".join(pieces)


def _layers_document(description: Description) -> Dict[str, object]:
    document: Dict[str, object] = {"name": description.name}
    normalization = {member: values for member, values in (("mean", description.mean), ("scale", description.scale)) if values is not None}
    if normalization:
        document["normalization"] = normalization
    document["layers"] = [
        {"from": layer.source, "kind": layer.kind, "name": layer.name, **layer.options} for layer in description.layers]
    if description.labels:
        document["labels"] = description.labels
    if description.metadata:
        document["metadata"] = description.metadata
    return document
