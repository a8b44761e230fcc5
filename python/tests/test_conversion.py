import itertools
import unittest

import torch
from torch import Tensor, nn

from ghostgen import GhostGRU, ghost_gru_from_gru, permute_inputs

NEAREST = "after_whole_product"


def redundant_gru(inputs: int, distinct: int) -> nn.GRU:
    """A GRU of twice as many units, in which each has a twin with always the same state, in mixed order."""
    small, large = nn.GRU(inputs, distinct), nn.GRU(inputs, 2 * distinct)
    twin = torch.arange(distinct).repeat(2)[torch.randperm(2 * distinct)]
    with torch.no_grad():
        for name in ("weight_ih", "bias_ih", "bias_hh"):
            rows = 1.5 * getattr(small, f"{name}_l0").unflatten(0, (3, distinct))
            getattr(large, f"{name}_l0").copy_(rows[:, twin].flatten(0, 1))
        columns = 1.5 * small.weight_hh_l0.unflatten(0, (3, distinct)) / 2
        large.weight_hh_l0.copy_(columns[:, twin][:, :, twin].flatten(0, 1))
    return large


def distance(ghost: GhostGRU, permutation: Tensor, gru: nn.GRU, inputs: Tensor) -> float:
    """The root of the mean square difference of outputs."""
    with torch.no_grad():
        return (ghost(inputs)[0] - gru(inputs)[0][..., permutation]).square().mean().sqrt().item()


class ConversionTests(unittest.TestCase):
    def setUp(self):
        torch.manual_seed(11)

    def test_ratio_1_is_the_gru(self):
        inputs = torch.randn(3, 9, 4)
        for reset, sequences, bias in itertools.product(("after_product", NEAREST), (None, [inputs]), (True, False)):
            gru = nn.GRU(4, 7, 2, batch_first=True, bias=bias)
            ghost, permutation = ghost_gru_from_gru(gru, 1, reset=reset, sequences=sequences)
            self.assertEqual(sorted(permutation.tolist()), list(range(7)))
            self.assertLess(distance(ghost, permutation, gru, inputs), 1e-7)

    def test_twins_become_ghosts(self):
        gru = redundant_gru(5, 8)
        samples, others = torch.randn(60, 8, 5), torch.randn(60, 8, 5)
        for cheap, groups in (("dense", 1), ("grouped", 2), ("diagonal", 1)):
            for sequences in ([samples], None):
                with self.subTest(cheap=cheap, sequences=sequences is not None):
                    options = dict(cheap=cheap, groups=groups, reset=NEAREST)
                    ghost, permutation = ghost_gru_from_gru(gru, 2, cheap_activation="none", sequences=sequences, **options)
                    self.assertLess(distance(ghost, permutation, gru, others), 1e-6)
                    ghost, permutation = ghost_gru_from_gru(gru, 2, sequences=sequences, **options)
                    random = distance(GhostGRU(5, 16, 2, **options), permutation, gru, others)
                    self.assertLess(distance(ghost, permutation, gru, others), random / 10)

    def test_the_form_of_the_paper_is_near_too(self):
        gru = redundant_gru(5, 8)
        samples, others = torch.randn(60, 8, 5), torch.randn(60, 8, 5)
        random = distance(GhostGRU(5, 16, 2), torch.arange(16), gru, others)
        errors = []
        for sequences in ([samples], None):
            ghost, permutation = ghost_gru_from_gru(gru, 2, sequences=sequences)
            self.assertTrue(bool((ghost.bias_gc_l0 == 0).all()))
            errors.append(distance(ghost, permutation, gru, others))
        self.assertLess(errors[0], errors[1])
        self.assertLess(errors[1], random / 10)

    def test_the_second_layer_reads_the_units_of_the_first_where_they_went(self):
        gru = nn.GRU(4, 12, 2)
        with torch.no_grad():
            for layer in range(2):
                below = redundant_gru(4 if layer == 0 else 12, 6)
                for name, values in below.named_parameters():
                    getattr(gru, name.replace("_l0", f"_l{layer}")).copy_(values)
        samples, others = torch.randn(80, 8, 4), torch.randn(80, 8, 4)
        ghost, permutation = ghost_gru_from_gru(gru, 2, cheap_activation="none", reset=NEAREST, sequences=[samples[:40], samples[40:]])
        self.assertLess(distance(ghost, permutation, gru, others), 1e-6)

    def test_samples_make_a_gru_without_twins_nearer_than_weights_do(self):
        gru = nn.GRU(4, 20)
        samples, others = torch.randn(100, 8, 4), torch.randn(100, 8, 4)
        for ratio in (1.25, 1.5, 2, 3.3):
            by_samples = distance(*ghost_gru_from_gru(gru, ratio, sequences=[samples]), gru, others)
            by_weights = distance(*ghost_gru_from_gru(gru, ratio), gru, others)
            random = distance(GhostGRU(4, 20, ratio), torch.arange(20), gru, others)
            self.assertLess(by_samples, by_weights / 2)
            self.assertLess(by_weights, random)

    def test_a_linear_layer_follows_the_permutation(self):
        gru, linear = redundant_gru(5, 8), nn.Linear(16, 3)
        samples = torch.randn(60, 8, 5)
        ghost, permutation = ghost_gru_from_gru(gru, 2, cheap_activation="none", reset=NEAREST, sequences=[samples])
        self.assertNotEqual(permutation.tolist(), list(range(16)))
        expected = linear(gru(samples)[0])
        actual = permute_inputs(linear, permutation)(ghost(samples)[0])
        self.assertLess((actual - expected).abs().max(), 1e-5)
        with self.assertRaisesRegex(ValueError, "15 units and the linear layer reads 16"):
            permute_inputs(linear, permutation[:-1])

    def test_the_gru_stays_and_the_result_is_of_its_type(self):
        gru = nn.GRU(4, 6).double()
        before = [parameter.clone() for parameter in gru.parameters()]
        ghost, _ = ghost_gru_from_gru(gru, sequences=[torch.randn(20, 4)])
        self.assertTrue(all(map(torch.equal, before, gru.parameters())))
        self.assertEqual(ghost.weight_ih_l0.dtype, torch.float64)
        self.assertTrue(ghost.weight_cheap_l0.requires_grad)

    def test_units_that_never_move_are_no_trouble(self):
        gru = nn.GRU(4, 6)
        with torch.no_grad():
            for parameter in gru.parameters():
                parameter.zero_()
        for sequences in ([torch.randn(20, 4)], None):
            for options in (dict(), dict(cheap="diagonal"), dict(cheap="grouped", groups=3), dict(cheap_bias=False)):
                ghost, permutation = ghost_gru_from_gru(gru, sequences=sequences, **options)
                self.assertEqual(distance(ghost, permutation, gru, torch.randn(5, 2, 4)), 0)

    def test_what_cannot_be_converted_is_refused(self):
        for gru, options, message in (
                (nn.GRU(2, 4, bidirectional=True), dict(), "bidirectional"),
                (nn.GRU(2, 4), dict(reset="before_product"), "resets after the product"),
                (nn.GRU(2, 4), dict(cheap_activation="relu"), "between -1 and 1: give 'tanh' or 'none'"),
                (nn.GRU(2, 4), dict(sequences=[]), "no sequences"),
                (nn.GRU(2, 4), dict(sequences=[torch.zeros(3, 5)]), r"shape \[3, 5\]; its last size has to be 2")):
            with self.assertRaisesRegex(ValueError, message):
                ghost_gru_from_gru(gru, **options)


if __name__ == "__main__":
    unittest.main()
