using GhostGen.Generator.Diagnostics;
using GhostGen.Generator.Planning;
using GhostGen.Modeling;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GhostGen.Generator.Parsing;

/// <summary>Reads a class and its attributes. Generator and analyzer both use it, so what the one leaves out the other explains.</summary>
internal static class ClassParser
{
    private const string File = "file";

    /// <summary>Everything that the declaration of one type says about a model.</summary>
    /// <param name="symbol">A type declared in source.</param>
    /// <param name="cancellation">Ends the work early.</param>
    internal static ParsedClass Parse(INamedTypeSymbol symbol, CancellationToken cancellation)
    {
        var models = new List<AttributeReader>();
        var layers = new List<AttributeReader>();
        foreach (AttributeData data in symbol.GetAttributes())
        {
            if (AttributeNames.IsModel(data))
            {
                models.Add(new(data, cancellation));
            }
            else if (AttributeNames.IsLayer(data))
            {
                layers.Add(new(data, cancellation));
            }
        }

        return models.Count switch
        {
            0 when layers.Count == 0 => ParsedClass.Nothing,
            0 => new ParsedClass { Findings = [new(LayerRules.NoModel, layers[0].Location, symbol.Name)] },
            1 => ParseModel(symbol, models[0], layers, cancellation),

            // Twice on one class, on two parts of it perhaps: the compiler's own error, and the generator would write the class twice.
            _ => ParsedClass.Nothing,
        };
    }

    private static ParsedClass ParseModel(INamedTypeSymbol symbol, AttributeReader model, List<AttributeReader> layers, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        string? file = model.Get<string?>(File, null);
        bool loadsWeights = !model.Has(File);
        Location location = (model.Declaration as BaseTypeDeclarationSyntax)?.Identifier.GetLocation() ?? model.Location;
        findings.AddRange(ClassForm.Check(symbol, location, cancellation));
        if (symbol.TypeKind == TypeKind.Class && !symbol.IsStatic)
        {
            findings.AddRange(MemberNames.Check(symbol, location, loadsWeights));
            if (loadsWeights)
            {
                findings.AddRange(ConstructorForm.Check(symbol, location, cancellation));
            }
        }

        // What is found from here on is wrong with the model; another part of the class can be written all the same.
        bool canBeExtended = findings.Count == 0;
        if (!model.IsBroken && !loadsWeights && string.IsNullOrWhiteSpace(file))
        {
            findings.Add(new(FileRules.NoName, model.LocationOf(File), symbol.Name));
        }

        var options = new KernelOptions { Accuracy = model.GetEnum(nameof(KernelOptions.Accuracy), ActivationAccuracy.Accurate) };
        if (options.Accuracy is < ActivationAccuracy.Accurate or > ActivationAccuracy.Fast)
        {
            findings.Add(new(OptionRules.Accuracy, model.LocationOf(nameof(KernelOptions.Accuracy)), symbol.Name, options.Accuracy.ToString("D")));
        }

        Precision precision = PrecisionOption.Read(model, $"'{symbol.Name}'", Precision.Float32, findings);
        ModelShape? shape = null;
        if (layers.FirstOrDefault(layer => layer.Declaration != layers[0].Declaration) is { } scattered)
        {
            findings.Add(new(LayerRules.Scattered, scattered.Location, symbol.Name));
        }
        else if (layers.Count > 0)
        {
            shape = new LayerParser(findings, precision).Parse(symbol.Name, layers);
        }
        else if (loadsWeights)
        {
            findings.Add(new(LayerRules.NoLayers, model.Location, symbol.Name));
        }

        // What the compiler rejects now it may accept once there is another part: an attribute that names a generated constant, say. Nobody would
        // report anything then, so nothing is written.
        bool isBroken = model.IsBroken || layers.Any(static layer => layer.IsBroken);
        return new ParsedClass
        {
            Spec = canBeExtended && !isBroken
                ? new(ClassNames.Of(symbol, loadsWeights ? null : file ?? ""), shape, precision, options)
                {
                    Mistakes = new(findings.Select(static finding => finding.ToMistake())),
                }
                : null,
            Findings = findings,
            FileLocation = model.LocationOf(File),
            LayerLocations = layers.ConvertAll(static layer => layer.Location),
        };
    }
}
