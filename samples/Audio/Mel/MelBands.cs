namespace GhostGen.Samples.Audio.Mel;

/// <summary>Triangular bands, equally spaced in mels, each from the middle of the one below to the middle of the one above.</summary>
internal sealed class MelBands
{
    private readonly int[] firstBins;
    private readonly double[][] weights;

    private MelBands(int[] firstBins, double[][] weights)
    {
        this.firstBins = firstBins;
        this.weights = weights;
    }

    /// <summary>Prepares bands.</summary>
    /// <param name="options">What they are.</param>
    public static MelBands Of(FeatureOptions options)
    {
        int bins = (options.TransformLength / 2) + 1;
        double hertzPerBin = (double)options.SampleRate / options.TransformLength;
        double lowest = MelConversion.ToMels(options.LowestFrequency, options.MelScale);
        double spacing = (MelConversion.ToMels(options.HighestFrequency, options.MelScale) - lowest) / (options.Bands + 1);
        double[] edges = [.. Enumerable.Range(0, options.Bands + 2).Select(i => lowest + (spacing * i))];
        double[] edgesInHertz = Array.ConvertAll(edges, mels => MelConversion.ToHertz(mels, options.MelScale));

        // TensorFlow leaves out the bins beside the ends, and lets a band rise and fall linearly in mels; librosa has neither.
        bool isTensorFlow = options.Triangles == Triangles.InMels;
        int first = isTensorFlow ? (int)(1.5 + (options.LowestFrequency / hertzPerBin)) : 0;
        int last = isTensorFlow ? (int)(options.HighestFrequency / hertzPerBin) : bins - 1;
        var firstBins = new int[options.Bands];
        var weights = new double[options.Bands][];
        for (int band = 0; band < options.Bands; band++)
        {
            double area = options.HasUnitArea ? 2 / (edgesInHertz[band + 2] - edgesInHertz[band]) : 1;
            (int Bin, double Weight)[] inside =
            [
                .. Enumerable.Range(first, Math.Max(0, last - first + 1))
                    .Select(bin => (Bin: bin, Weight: isTensorFlow
                        ? Height(MelConversion.ToMels(bin * hertzPerBin, options.MelScale), edges, band)
                        : area * Height(bin * hertzPerBin, edgesInHertz, band)))
                    .Where(static item => item.Weight > 0),
            ];
            firstBins[band] = inside.Length > 0 ? inside[0].Bin : 0;
            weights[band] = Array.ConvertAll(inside, static item => item.Weight);
        }

        return new(firstBins, weights);
    }

    /// <summary>Sums a spectrum over each band.</summary>
    /// <param name="spectrum">A value for each bin.</param>
    /// <param name="sums">A sum for each band.</param>
    public void Sum(ReadOnlySpan<double> spectrum, Span<double> sums)
    {
        for (int band = 0; band < weights.Length; band++)
        {
            double sum = 0;
            ReadOnlySpan<double> ofBand = weights[band];
            ReadOnlySpan<double> bins = spectrum.Slice(firstBins[band], ofBand.Length);
            for (int i = 0; i < ofBand.Length; i++)
            {
                sum += ofBand[i] * bins[i];
            }

            sums[band] = sum;
        }
    }

    private static double Height(double place, double[] edges, int band) =>
        Math.Min((place - edges[band]) / (edges[band + 1] - edges[band]), (edges[band + 2] - place) / (edges[band + 2] - edges[band + 1]));
}
