import io
import itertools
import math
import unittest

import numpy
import torch
from torch import nn

from ghostgen import GhostGRU
from ghostgen.options import CHEAP_ACTIVATIONS, CHEAP_MAPS, RESET_FORMS
from oracle import step

SIZES = ((13, 2.0), (12, 2.0), (15, 2.5), (16, 4.0), (11, 1.0))


def variants():
    """Every reset form with every cheap map and activation, in sizes that groups divide where there are groups."""
    for (reset, cheap, activation), (hidden, ratio) in zip(
            itertools.product(RESET_FORMS, CHEAP_MAPS, CHEAP_ACTIVATIONS), itertools.cycle(SIZES)):
        groups = 1
        if cheap == "grouped":
            hidden, ratio, groups = (15, 2.5, 3) if activation == "tanh" else (16, 4.0, 2)
        yield dict(
            hidden_size=hidden, ratio=ratio, cheap=cheap, groups=groups, cheap_activation=activation, cheap_bias=activation != "relu", reset=reset)


class EquationTests(unittest.TestCase):
    def test_each_variant_computes_its_equations(self):
        torch.manual_seed(1)
        for options in variants():
            with self.subTest(**options):
                model = GhostGRU(5, **options).double()
                inputs, state = torch.randn(9, 5, dtype=torch.float64), torch.randn(1, options["hidden_size"], dtype=torch.float64)
                outputs, last = model(inputs, state)
                tensors = {name[:-len("_l0")]: value.numpy() for name, value in model.state_dict().items()}
                expected = state[0].numpy()
                for time in range(9):
                    expected = step(tensors, inputs[time].numpy(), expected, model.options)
                    numpy.testing.assert_allclose(outputs[time].detach().numpy(), expected, rtol=0, atol=1e-13)
                self.assertTrue(torch.equal(last[0], outputs[-1]))

    def test_ghosts_matter_in_each_reset_form(self):
        for reset in RESET_FORMS:
            model = GhostGRU(3, 6, reset=reset)
            state = torch.zeros(1, 6)
            other = state.clone()
            other[0, 3:] = 1
            inputs = torch.zeros(1, 3)
            self.assertGreater((model(inputs, state)[0] - model(inputs, other)[0]).abs().max(), 1e-3)

    def test_the_second_layer_reads_all_states_of_the_first(self):
        torch.manual_seed(2)
        stack = GhostGRU(5, 13, 2.5, num_layers=2)
        below, above = GhostGRU(5, 13, 2.5), GhostGRU(13, 13, 2.5)
        for layer, single in enumerate((below, above)):
            single.load_state_dict({
                name.replace(f"_l{layer}", "_l0"): value for name, value in stack.state_dict().items() if name.endswith(f"_l{layer}")})
        inputs, state = torch.randn(7, 3, 5), torch.randn(2, 3, 13)
        first, first_last = below(inputs, state[:1])
        second, second_last = above(first, state[1:])
        outputs, last = stack(inputs, state)
        self.assertTrue(torch.equal(outputs, second))
        self.assertTrue(torch.equal(last, torch.cat([first_last, second_last])))

    def test_gradients_are_those_of_the_equations(self):
        torch.manual_seed(3)
        for reset in RESET_FORMS:
            for cheap, groups in (("dense", 1), ("grouped", 2), ("diagonal", 1)):
                model = GhostGRU(2, 8, 2, num_layers=2, cheap=cheap, groups=groups, reset=reset).double()
                inputs = torch.randn(4, 2, 2, dtype=torch.float64, requires_grad=True)
                state = torch.randn(2, 2, 8, dtype=torch.float64, requires_grad=True)
                self.assertTrue(torch.autograd.gradcheck(lambda *_: model(inputs, state), (inputs, state, *model.parameters())))


class PlainGruTests(unittest.TestCase):
    def test_ratio_1_is_the_gru_of_pytorch(self):
        torch.manual_seed(4)
        for batch_first, layers in itertools.product((False, True), (1, 3)):
            plain = nn.GRU(5, 11, layers, batch_first=batch_first)
            for reset in ("after_product", "after_whole_product"):
                ghost = GhostGRU(5, 11, 1, layers, batch_first, reset=reset)
                ghost.load_state_dict(plain.state_dict())
                inputs, state = torch.randn(6, 6, 5), torch.randn(layers, 6, 11)
                for arguments in ((inputs,), (inputs, state)):
                    for actual, expected in zip(ghost(*arguments), plain(*arguments)):
                        self.assertEqual(actual.shape, expected.shape)
                        self.assertLess((actual - expected).abs().max(), 1e-6)

    def test_one_sequence_needs_no_batch(self):
        plain, ghost = nn.GRU(5, 7, 2), GhostGRU(5, 7, 1, 2)
        ghost.load_state_dict(plain.state_dict())
        inputs, state = torch.randn(6, 5), torch.randn(2, 7)
        for arguments in ((inputs,), (inputs, state)):
            for actual, expected in zip(ghost(*arguments), plain(*arguments)):
                self.assertEqual(actual.shape, expected.shape)
                self.assertLess((actual - expected).abs().max(), 1e-6)


class ParameterTests(unittest.TestCase):
    def test_names_and_shapes_are_those_of_the_format(self):
        shapes = {name: tuple(value.shape) for name, value in GhostGRU(5, 13, 2.5, num_layers=2).named_parameters()}
        self.assertEqual(shapes, {
            "weight_ih_l0": (18, 5), "weight_hh_l0": (18, 13), "bias_ih_l0": (18,), "bias_hh_l0": (18,), "bias_gc_l0": (6,),
            "weight_cheap_l0": (7, 6), "bias_cheap_l0": (7,),
            "weight_ih_l1": (18, 13), "weight_hh_l1": (18, 13), "bias_ih_l1": (18,), "bias_hh_l1": (18,), "bias_gc_l1": (6,),
            "weight_cheap_l1": (7, 6), "bias_cheap_l1": (7,)})

    def test_only_tensors_that_a_variant_uses_exist(self):
        def names(*arguments, **options):
            return {name[:-len("_l0")] for name, _ in GhostGRU(*arguments, **options).named_parameters()}

        always = {"weight_ih", "weight_hh", "bias_ih"}
        self.assertEqual(names(3, 4, 1), always | {"bias_hh"})
        self.assertEqual(names(3, 4, 1, reset="before_product"), always)
        self.assertEqual(names(3, 4, reset="before_product"), always | {"weight_cheap", "bias_cheap"})
        self.assertEqual(names(3, 4, reset="after_whole_product"), always | {"bias_hh", "weight_cheap", "bias_cheap"})
        self.assertEqual(names(3, 4, cheap_bias=False), always | {"bias_hh", "bias_gc", "weight_cheap"})

    def test_intrinsic_size_is_the_quotient_rounded_up(self):
        for hidden, ratio, intrinsic in ((154, 2, 77), (13, 2, 7), (10, 2.5, 4), (11, 2.5, 5), (7, 1, 7), (7, 1.1, 7), (3, 100, 1)):
            self.assertEqual(GhostGRU(1, hidden, ratio).intrinsic_size, intrinsic)

    def test_initial_weights_are_uniform_like_those_of_the_gru(self):
        torch.manual_seed(5)
        model = GhostGRU(64, 256, 4, cheap="diagonal")
        for name, parameter in model.named_parameters():
            bound = 1.0 if "cheap" in name else 1 / math.sqrt(256)
            self.assertLessEqual(parameter.abs().max(), bound)
            self.assertGreater(parameter.abs().max(), 0.9 * bound)

    def test_identity_is_another_word_for_none(self):
        self.assertEqual(GhostGRU(3, 4, cheap_activation="identity").cheap_activation, "none")


    def test_what_is_printed_says_how_to_make_it(self):
        options = dict(ratio=2.5, num_layers=2, batch_first=True, cheap="grouped", groups=3, cheap_activation="relu", cheap_bias=False)
        self.assertEqual(repr(GhostGRU(5, 13, reset="before_product")), "GhostGRU(5, 13, ratio=2.0, cheap='dense', cheap_activation='tanh', reset='before_product')")
        made = eval(repr(GhostGRU(5, 15, **options)))
        self.assertEqual(made.options, GhostGRU(5, 15, **options).options)
        self.assertEqual((made.num_layers, made.batch_first), (2, True))


class CompiledTests(unittest.TestCase):
    def test_the_compiled_module_computes_the_same(self):
        torch.manual_seed(6)
        for options in variants():
            with self.subTest(**options):
                model = GhostGRU(5, num_layers=2, batch_first=True, **options)
                compiled = torch.jit.script(model)
                inputs = torch.randn(3, 4, 5)
                for actual, expected in zip(compiled(inputs), model(inputs)):
                    self.assertTrue(torch.allclose(actual, expected, rtol=0, atol=1e-6))

    def test_the_compiled_module_trains_the_same_parameters(self):
        torch.manual_seed(7)
        model = GhostGRU(3, 5)
        compiled = torch.jit.script(nn.ModuleDict({"rnn": model}).rnn)
        inputs = torch.randn(6, 2, 3)
        before = model(inputs)[0].detach()
        optimizer = torch.optim.SGD(compiled.parameters(), 0.5)
        compiled(inputs)[0].sum().backward()
        optimizer.step()
        self.assertGreater((model(inputs)[0] - before).abs().max(), 1e-3)
        self.assertTrue(torch.allclose(compiled(inputs)[0], model(inputs)[0], rtol=0, atol=1e-6))

    def test_a_saved_one_is_loaded_with_its_names_and_types(self):
        model = GhostGRU(3, 5)
        file = io.BytesIO()
        torch.jit.save(torch.jit.script(model), file)
        file.seek(0)
        loaded = torch.jit.load(file)
        self.assertEqual(list(loaded.state_dict()), list(model.state_dict()))
        inputs = torch.randn(6, 2, 3)
        self.assertTrue(torch.allclose(loaded(inputs)[0], model(inputs)[0], rtol=0, atol=1e-6))
        self.assertEqual(loaded.double()(inputs.double())[0].dtype, torch.float64)


class MistakeTests(unittest.TestCase):
    def test_options_that_cannot_be_are_refused(self):
        for options, message in (
                (dict(ratio=0.5), "ratio is 0.5; it has to be from 1"),
                (dict(ratio=float("nan")), "ratio is nan"),
                (dict(cheap="sparse"), "cheap is 'sparse'; the choices are dense, grouped, diagonal"),
                (dict(groups=2), "only a grouped cheap map has groups"),
                (dict(cheap="grouped", groups=4), "has to divide both the 3 intrinsic states and the 3 ghosts"),
                (dict(cheap_activation="softmax"), "cheap_activation is 'softmax'"),
                (dict(reset="never"), "reset is 'never'"),
                (dict(num_layers=0), "num_layers is 0")):
            with self.subTest(**options):
                with self.assertRaisesRegex(ValueError, message):
                    GhostGRU(3, 6, **options)

    def test_shapes_that_do_not_fit_are_refused(self):
        model = GhostGRU(3, 6)
        for arguments, message in (
                ((torch.zeros(3),), "1 dimensions"),
                ((torch.zeros(4, 2, 5),), "5 values a step; input_size is 3"),
                ((torch.zeros(0, 2, 3),), "no steps"),
                ((torch.zeros(4, 2, 3), torch.zeros(1, 1, 6)), r"\[1, 2, 6\] is needed"),
                ((torch.zeros(4, 3), torch.zeros(1, 1, 6)), r"\[1, 1, 6\] is needed")):
            for form in (model, torch.jit.script(model)):
                with self.assertRaisesRegex(Exception, message):
                    form(*arguments)


if __name__ == "__main__":
    unittest.main()
