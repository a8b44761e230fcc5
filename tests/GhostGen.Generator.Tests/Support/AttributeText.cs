extern alias runtime;

using System.Globalization;
using runtime::GhostGen.Modeling;

namespace GhostGen.Generator.Tests.Support;

/// <summary>Writes layers as the attributes that a user would write.</summary>
internal static class AttributeText
{
    internal static string Of(LayerShape layer) => layer switch
    {
        GhostGruShape ghost => string.Create(CultureInfo.InvariantCulture, $"[GhostGen.GhostGru({ghost.InputSize}, {ghost.Hidden}, Name = \"{ghost.Name}\", Ratio = {ghost.Ratio}, Cheap = GhostGen.CheapMap.{ghost.Cheap}, Groups = {ghost.Groups}, CheapActivation = GhostGen.Activation.{ghost.CheapActivation}, CheapBias = {(ghost.CheapBias ? "true" : "false")}, Reset = GhostGen.ResetForm.{ghost.Reset})]"),
        GruShape gru => string.Create(CultureInfo.InvariantCulture, $"[GhostGen.Gru({gru.InputSize}, {gru.Hidden}, Name = \"{gru.Name}\", Reset = GhostGen.ResetForm.{gru.Reset}, CandidateActivation = GhostGen.Activation.{gru.CandidateActivation})]"),
        DenseShape dense => string.Create(CultureInfo.InvariantCulture, $"[GhostGen.Dense({dense.InputSize}, {dense.Units}, Name = \"{dense.Name}\", Activation = GhostGen.Activation.{dense.Activation}, Bias = {(dense.Bias ? "true" : "false")})]"),
        _ => throw new ArgumentException($"No attribute stands for layers of kind '{layer.Kind}'.", nameof(layer)),
    };
}
