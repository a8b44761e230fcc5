using System.Globalization;
using GhostGen.Importing.Arrays;
using GhostGen.Importing.Numpy;
using GhostGen.Importing.Safetensors;
using GhostGen.Modeling;

namespace GhostGen.Cli.Data;

/// <summary>Reads sequences to run a model over.</summary>
internal static class SampleFile
{
    /// <summary>The files that are read, in words.</summary>
    public const string Known = "*.safetensors or *.npz with an array 'input', *.npy, or *.csv with a frame a line";

    private const string InputName = "input";
    private const string OutputName = "output";
    private const string StateName = "initial_state";

    /// <summary>Reads all sequences of a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="shape">The model that they are for.</param>
    /// <param name="needsOutput">Whether outputs have to be there.</param>
    /// <exception cref="ToolException">An array is missing, or has other sizes than the model needs.</exception>
    public static IReadOnlyList<SampleSequence> Read(string path, ModelShape shape, bool needsOutput)
    {
        if (!File.Exists(path))
        {
            throw new ToolException(path, "there is no such file.");
        }

        IReadOnlyList<NamedArray> arrays = Arrays(path);
        NamedArray input = Find(path, arrays, InputName) ?? throw Missing(path, arrays, InputName);
        (int sequences, int steps) = Sizes(path, input, shape.InputSize, "the model reads");
        NamedArray? output = needsOutput ? Find(path, arrays, OutputName) ?? throw Missing(path, arrays, OutputName) : null;
        if (output is not null && Sizes(path, output, shape.OutputSize, "the model writes") != (sequences, steps))
        {
            throw new ToolException(path, $"'{OutputName}' has the shape {output.Dimensions} and '{InputName}' {input.Dimensions}: all but the last sizes have to be the same.");
        }

        NamedArray? state = Find(path, arrays, StateName);
        if (state is not null && !IsState(state.Sizes, sequences, shape.StateSize))
        {
            throw new ToolException(path, FormattableString.Invariant($"'{StateName}' has the shape {state.Dimensions}; [{shape.StateSize}] is needed, or [{sequences}, {shape.StateSize}]."));
        }

        RequireNumbers(path, input);
        return
        [
            .. Enumerable.Range(0, sequences).Select(i => new SampleSequence(
                Part(input, i, steps * shape.InputSize),
                output is null ? null : Part(output, i, steps * shape.OutputSize),
                state is null ? null : Part(state, i, shape.StateSize))),
        ];
    }

    private static IReadOnlyList<NamedArray> Arrays(string path)
    {
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".SAFETENSORS":
                return SafetensorsReader.Read(path).Arrays;
            case ".NPZ":
                return NumpyArchive.Read(path).Arrays;
            case ".NPY":
                using (FileStream stream = File.OpenRead(path))
                {
                    return [NpyReader.Read(stream, InputName, ArrayLimits.MostElements, path, null)];
                }

            case ".CSV" or ".TXT":
                return [CsvFile.Read(path, InputName)];
            default:
                throw new ToolException(path, $"no format of sequences has this name; known are {Known}.");
        }
    }

    private static NamedArray? Find(string path, IReadOnlyList<NamedArray> arrays, string name)
    {
        NamedArray? array = arrays.FirstOrDefault(array => array.Name == name);
        return array is { Values.Length: 0 } ? throw new ToolException(path, $"'{name}' is empty.") : array;
    }

    private static ToolException Missing(string path, IReadOnlyList<NamedArray> arrays, string name) =>
        new(path, $"there is no array '{name}'; there are {string.Join(", ", arrays.Select(static array => $"'{array.Name}'"))}.");

    private static (int Sequences, int Steps) Sizes(string path, NamedArray array, int size, string what) => array.Sizes switch
    {
        [int steps, int values] when values == size => (1, steps),
        [int sequences, int steps, int values] when values == size => (sequences, steps),
        _ => throw new ToolException(path, FormattableString.Invariant($"'{array.Name}' has the shape {array.Dimensions}; [steps, {size}] or [sequences, steps, {size}] is needed, because {what} {size} values a step.")),
    };

    private static bool IsState(IReadOnlyList<int> sizes, int sequences, int state) => sizes switch
    {
        [int values] => values == state,
        [int rows, int values] => rows == sequences && values == state,
        _ => false,
    };

    private static void RequireNumbers(string path, NamedArray array)
    {
        int place = Array.FindIndex(array.Values, static value => !float.IsFinite(value));
        if (place >= 0)
        {
            throw new ToolException(path, string.Create(CultureInfo.InvariantCulture, $"'{array.Name}' has {array.Values[place]} at element {place}; inputs are finite."));
        }
    }

    /// <summary>What belongs to a sequence. One state may be that of all sequences.</summary>
    private static float[] Part(NamedArray array, int sequence, int length) =>
        array.Values.Length == length ? array.Values : array.Values.AsSpan(sequence * length, length).ToArray();
}
