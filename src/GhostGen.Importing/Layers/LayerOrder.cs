using System.Globalization;

namespace GhostGen.Importing.Layers;

/// <summary>
/// Finds the order of layers of which only the sizes are known. An order is one in which each layer reads as many values as the one before it
/// writes, and layers whose names differ in their numbers only (<c>fc1</c>, <c>fc2</c>) follow their numbers. It is taken if there is just one.
/// </summary>
internal static class LayerOrder
{
    // Each is a layer tried in a place. Real models need a few; what needs more has no order that a reader would see either.
    private const int MostTries = 100_000;

    /// <summary>The order, or <see langword="null"/> where there is none or more than one.</summary>
    /// <param name="layers">The layers, as the file lists them.</param>
    public static IReadOnlyList<SourceLayer>? Find(IReadOnlyList<SourceLayer> layers)
    {
        var search = new Search([.. layers.OrderBy(static layer => Stem(layer.From), StringComparer.Ordinal).ThenBy(static layer => Number(layer.From))]);
        search.Continue();
        return search.Found is { Count: 1 } && search.Tries <= MostTries ? search.Found[0] : null;
    }

    /// <summary>Whether each layer reads as many values as the one before it writes.</summary>
    public static bool IsChain(IReadOnlyList<SourceLayer> layers)
    {
        for (int i = 1; i < layers.Count; i++)
        {
            if (layers[i].Shape.InputSize != layers[i - 1].Shape.OutputSize)
            {
                return false;
            }
        }

        return true;
    }

    private static string Stem(string name) => name.TrimEnd("0123456789".ToCharArray());

    private static long Number(string name) =>
        long.TryParse(name.AsSpan(Stem(name).Length), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : -1;

    private sealed class Search(SourceLayer[] layers)
    {
        private readonly List<SourceLayer> chain = [];
        private readonly bool[] isUsed = new bool[layers.Length];

        public List<IReadOnlyList<SourceLayer>> Found { get; } = [];

        public int Tries { get; private set; }

        public void Continue()
        {
            if (chain.Count == layers.Length)
            {
                Found.Add([.. chain]);
                return;
            }

            for (int i = 0; i < layers.Length && Found.Count < 2 && Tries <= MostTries; i++)
            {
                if (isUsed[i] || (chain.Count > 0 && chain[^1].Shape.OutputSize != layers[i].Shape.InputSize) || HasEarlierSibling(i))
                {
                    continue;
                }

                Tries++;
                isUsed[i] = true;
                chain.Add(layers[i]);
                Continue();
                chain.RemoveAt(chain.Count - 1);
                isUsed[i] = false;
            }
        }

        // Layers are sorted by stem and number, so the sibling just before is enough.
        private bool HasEarlierSibling(int i) => i > 0 && !isUsed[i - 1] && Stem(layers[i - 1].From) == Stem(layers[i].From);
    }
}
