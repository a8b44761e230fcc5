using GhostGen.Folding;
using GhostGen.Generator.Diagnostics;
using GhostGen.Generator.Planning;
using GhostGen.Modeling;

namespace GhostGen.Generator.Parsing;

/// <summary>Brings a class and its model file together.</summary>
internal static class ModelJoin
{
    /// <summary>The model that a class and the file it names make, or what stands in its place.</summary>
    /// <param name="spec">The class.</param>
    /// <param name="files">All model files of the project.</param>
    internal static JoinResult Join(ClassSpec spec, IReadOnlyList<ModelFileSpec> files)
    {
        if (spec.Mistakes.Count > 0)
        {
            return JoinResult.Of(new StubSpec(spec.Class, spec.Shape, spec.Mistakes));
        }

        if (spec.Class.File is not { } name)
        {
            return JoinResult.Of(new ModelSpec(spec.Class, spec.Shape!, spec.Options, null));
        }

        FileMatch match = ModelFiles.Match(name, files.Select(static file => file.Path));
        if (match.Found is not { } path)
        {
            return Apart(spec, spec.Shape, match.IsAmbiguous
                ? new JoinProblem.Ambiguous(match.Paths)
                : new JoinProblem.NotFound(new(files.Select(static file => file.Path).Distinct().OrderBy(static known => known, StringComparer.Ordinal))));
        }

        ModelFileSpec file = files.First(candidate => candidate.Path == path);
        if (file.Manifest is not { } manifest)
        {
            return JoinResult.Of(new StubSpec(spec.Class, spec.Shape, new(file.Defect is { } defect ? [DefectFindings.MistakeOf(defect, path, file.TextPath)] : [])));
        }

        if (spec.Shape is { } expected && ShapeDifference.BetweenStated(expected, manifest.Shape) is { } difference)
        {
            return Apart(spec, expected, new JoinProblem.ShapeDiffers(difference, DifferentLayer(expected, manifest.Shape)));
        }

        // The file says what is computed, and the class how its weights are stored. Either may give ranges of inputs.
        ModelShape shape = spec.Shape is { } attributes
            ? manifest.Shape.WithNumbersOf(attributes.WithInputRanges([.. attributes.Layers.Zip(manifest.Shape.Layers, static (layer, read) => layer.InputRange ?? read.InputRange)]))
            : manifest.Shape.WithPrecision(spec.Precision);
        return TooManyWeights(shape) is { } count
            ? Apart(spec, shape, new JoinProblem.TooManyWeights(count))
            : JoinResult.Of(new ModelSpec(spec.Class, shape, spec.Options, file));
    }

    private static JoinResult Apart(ClassSpec spec, ModelShape? shape, JoinProblem problem) =>
        JoinResult.Of(new StubSpec(spec.Class, shape, new([JoinFindings.MistakeOf(problem, spec.Class.File!)])), problem);

    private static int? DifferentLayer(ModelShape expected, ModelShape actual)
    {
        for (int i = 0; expected.Layers.Count == actual.Layers.Count && i < expected.Layers.Count; i++)
        {
            if (ShapeDifference.BetweenStated(expected.Layers[i], actual.Layers[i]) is not null)
            {
                return i;
            }
        }

        return null;
    }

    private static long? TooManyWeights(ModelShape shape)
    {
        return FoldedTensors.Count(shape) is var count && count > Planner.MostCompiledWeights ? count : null;
    }
}
