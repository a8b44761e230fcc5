"""GhostGRU for PyTorch, and what takes trained networks to GhostGen."""

from .conversion import ghost_gru_from_gru, permute_inputs
from .ghost_gru import GhostGRU
from .ghost_json import save_ghost_json
from .safetensors import load_safetensors, save_safetensors
from .vectors import save_vectors

__all__ = ["GhostGRU", "ghost_gru_from_gru", "load_safetensors", "permute_inputs", "save_ghost_json", "save_safetensors", "save_vectors"]
