using GhostGen.Importing;

namespace GhostGen.Tasks;

/// <summary>What a project says of a model file beside its name.</summary>
internal static class ItemMetadata
{
    private static readonly Activation[] Known = Enum.GetValues<Activation>();

    /// <summary>The names in <c>a;b</c>.</summary>
    internal static string[] Names(string? text) => (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>The functions in <c>fc1=relu;fc2=softmax</c>, by the names of the layers.</summary>
    /// <exception cref="FormatException">The text has another form, a function is unknown, or a layer is named twice.</exception>
    internal static Dictionary<string, Activation> Activations(string? text)
    {
        var activations = new Dictionary<string, Activation>(StringComparer.Ordinal);
        foreach (string pair in Names(text))
        {
            // From the right: a layer's name may contain the sign, a function's name does not.
            int sign = pair.LastIndexOf('=');
            if (sign < 0)
            {
                throw new FormatException($"'layer=function' is expected in Activations, as in 'fc1=relu;fc2=softmax', and '{pair}' is there.");
            }

            string layer = pair[..sign].TrimEnd();
            string function = pair[(sign + 1)..].TrimStart();
            if (!activations.TryAdd(layer, Function(function, layer)))
            {
                throw new FormatException($"Activations names layer '{layer}' twice; leave one of the two.");
            }
        }

        return activations;
    }

    /// <summary>The lines of a file of labels, but for empty ones at its end.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    internal static string[] Labels(string? file)
    {
        if (string.IsNullOrEmpty(file))
        {
            return [];
        }

        string[] lines = File.ReadAllLines(file);
        int count = lines.Length;
        while (count > 0 && lines[count - 1].Length == 0)
        {
            count--;
        }

        return lines[..count];
    }

    /// <summary>What to read a file with.</summary>
    /// <param name="task">The item's metadata, as the targets hand it over.</param>
    /// <exception cref="FormatException">A text is not understood.</exception>
    /// <exception cref="IOException">A file that is named is not there, or cannot be read.</exception>
    internal static ImportOptions Options(ConvertGhostModel task) => new()
    {
        LayersFile = Existing(task.Layers),
        Take = Names(task.Take),
        Activations = Activations(task.Activations),
        Labels = Labels(task.Labels),
    };

    // Here and not where it is read: a format that needs no description would not say that there is none.
    private static string? Existing(string? file) => string.IsNullOrEmpty(file) ? null : File.Exists(file) ? file : throw new FileNotFoundException(null, file);

    private static Activation Function(string word, string layer)
    {
        foreach (Activation known in Known)
        {
            if (string.Equals(known.ToString(), word, StringComparison.OrdinalIgnoreCase))
            {
                return known;
            }
        }

        string words = string.Join(", ", Known.Select(static known => known.ToString().ToLowerInvariant()));
        throw new FormatException($"Activations gives layer '{layer}' the function '{word}'; known are {words}.");
    }
}
