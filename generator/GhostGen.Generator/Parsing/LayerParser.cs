using System.Globalization;
using GhostGen.Generator.Diagnostics;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;

namespace GhostGen.Generator.Parsing;

/// <summary>Reads layer attributes, in order, as the layers of a model.</summary>
internal sealed class LayerParser(List<Finding> findings, Precision modelPrecision)
{
    private const string Input = "input";
    private const string Hidden = "hidden";
    private const string Units = "units";

    private readonly List<LayerShape> layers = [];
    private readonly HashSet<string> names = new(StringComparer.Ordinal);

    /// <summary>The model, or <see langword="null"/> where there is a mistake or the compiler rejects an attribute.</summary>
    /// <param name="modelName">What to call the model.</param>
    /// <param name="attributes">At least one layer attribute.</param>
    internal ModelShape? Parse(string modelName, IReadOnlyList<AttributeReader> attributes)
    {
        int mistakes = findings.Count;
        bool broken = false;
        LayerShape? previous = null;
        for (int i = 0; i < attributes.Count; i++)
        {
            AttributeReader attribute = attributes[i];
            LayerShape layer = Shape(attribute, i, previous?.OutputSize ?? 1);
            layer = layer with
            {
                Precision = PrecisionOption.Read(attribute, $"layer '{layer.Name}'", modelPrecision, findings),
                InputRange = attribute.Get(nameof(layer.InputRange), 0f) is var range && range == 0 ? null : range,
            };
            layers.Add(layer);
            if (attribute.IsBroken)
            {
                // The compiler says what is wrong with it; what follows is judged as if the sizes fitted.
                broken = true;
                previous = null;
                continue;
            }

            bool hasInput = attribute.Has(Input);
            if (i == 0 && !hasInput)
            {
                findings.Add(new(LayerRules.NoInput, attribute.Location, layer.Name));
            }

            if (ShapeRules.Check(layer) is { } problem)
            {
                if (hasInput || problem.Option != nameof(LayerShape.InputSize))
                {
                    findings.Add(new(RuleFor(problem.Option), attribute.LocationOf(ArgumentOf(problem.Option)), layer.Name, Sentence(problem.Message)));
                }

                previous = null;
            }
            else
            {
                CheckAgainst(previous, layer, attribute, hasInput);
                previous = layer;
            }

            if (!names.Add(layer.Name))
            {
                findings.Add(new(LayerRules.SameName, attribute.LocationOf(nameof(LayerShape.Name)), layer.Name));
            }
        }

        var model = new ModelShape(modelName, new(layers));
        if (broken || findings.Count > mistakes)
        {
            return null;
        }

        if (ShapeRules.Check(model) is { } whole)
        {
            findings.Add(WholeProblem(whole, attributes));
            return null;
        }

        return model;
    }

    private void CheckAgainst(LayerShape? previous, LayerShape layer, AttributeReader attribute, bool hasInput)
    {
        if (previous is not null && hasInput && previous.OutputSize != layer.InputSize)
        {
            findings.Add(new(LayerRules.InputDiffers, attribute.LocationOf(Input), layer.Name, Text(layer.InputSize), previous.Name, Text(previous.OutputSize)));
        }
    }

    /// <summary>A problem that no layer has by itself: their number, or all their weights together.</summary>
    private Finding WholeProblem(ShapeProblem problem, IReadOnlyList<AttributeReader> attributes)
    {
        if (problem.Layer is null)
        {
            return new(LayerRules.TooMany, attributes[ShapeLimits.MostLayers].Location, Text(layers.Count), Text(ShapeLimits.MostLayers));
        }

        int index = layers.FindIndex(layer => layer.Name == problem.Layer);
        return new(RuleFor(problem.Option), attributes[index].Location, problem.Layer, Sentence(problem.Message));
    }

    private static LayerShape Shape(AttributeReader attribute, int position, int previousOutput)
    {
        int input = attribute.Get(Input, previousOutput);
        string NameOr(string kind) => attribute.Get<string?>(nameof(LayerShape.Name), null) ?? LayerName.Default(kind, position);
        switch (attribute.ClassName)
        {
            case AttributeNames.GhostGru:
                var ghost = new GhostGruShape(NameOr(GhostGruShape.KindName), input, attribute.Get(Hidden, 1));
                return ghost with
                {
                    Ratio = attribute.Get(nameof(ghost.Ratio), ghost.Ratio),
                    Cheap = attribute.GetEnum(nameof(ghost.Cheap), ghost.Cheap),
                    Groups = attribute.Get(nameof(ghost.Groups), ghost.Groups),
                    CheapActivation = attribute.GetEnum(nameof(ghost.CheapActivation), ghost.CheapActivation),
                    CheapBias = attribute.Get(nameof(ghost.CheapBias), ghost.CheapBias),
                    Reset = attribute.GetEnum(nameof(ghost.Reset), ghost.Reset),
                };
            case AttributeNames.Gru:
                var gru = new GruShape(NameOr(GruShape.KindName), input, attribute.Get(Hidden, 1));
                return gru with
                {
                    Reset = attribute.GetEnum(nameof(gru.Reset), gru.Reset),
                    CandidateActivation = attribute.GetEnum(nameof(gru.CandidateActivation), gru.CandidateActivation),
                };
            default:
                var dense = new DenseShape(NameOr(DenseShape.KindName), input, attribute.Get(Units, 1));
                return dense with
                {
                    Activation = attribute.GetEnum(nameof(dense.Activation), dense.Activation),
                    Bias = attribute.Get(nameof(dense.Bias), dense.Bias),
                };
        }
    }

    /// <summary>The attribute's name for a property of the shape.</summary>
    private static string ArgumentOf(string option) => option switch
    {
        nameof(LayerShape.InputSize) => Input,
        nameof(GruShape.Hidden) => Hidden,
        nameof(DenseShape.Units) => Units,
        _ => option,
    };

    private static DiagnosticDescriptor RuleFor(string option) => option switch
    {
        nameof(LayerShape.Name) => LayerRules.Name,
        nameof(LayerShape.Parameters) => OptionRules.Parameters,
        nameof(GhostGruShape.Ratio) => OptionRules.Ratio,
        nameof(GhostGruShape.Cheap) => OptionRules.Cheap,
        nameof(GhostGruShape.Groups) => OptionRules.Groups,
        nameof(GhostGruShape.CheapActivation) or nameof(GruShape.CandidateActivation) or nameof(DenseShape.Activation) => OptionRules.Activation,
        nameof(GruShape.Reset) => OptionRules.Reset,
        nameof(LayerShape.InputRange) => OptionRules.InputRange,
        _ => OptionRules.Size,
    };

    /// <summary>The compiler's messages do not end with a full stop.</summary>
    private static string Sentence(string message) => message.TrimEnd('.');

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
