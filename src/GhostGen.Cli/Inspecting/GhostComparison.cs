using GhostGen.Modeling;

namespace GhostGen.Cli.Inspecting;

/// <summary>A layer with ghosts against the plain GRU of the same input and hidden size.</summary>
/// <param name="Layer">The layer's name; <see langword="null"/> for all layers of the model together, dense ones included.</param>
/// <param name="Ratio">Hidden size over intrinsic size; <see langword="null"/> for the whole model.</param>
/// <param name="Ghost">What it costs with ghosts.</param>
/// <param name="Plain">What it costs without.</param>
internal sealed record GhostComparison(string? Layer, double? Ratio, Cost Ghost, Cost Plain)
{
    /// <summary>The ratio that plain layers are compared with: the paper's (arXiv 2411.14489).</summary>
    private const double UsualRatio = 2;

    /// <summary>The share of the plain layer's parameters that ghosts save.</summary>
    public double SavedParameters => 1 - ((double)Ghost.Parameters / Plain.Parameters);

    /// <summary>The share of its multiply-adds.</summary>
    public double SavedMultiplyAdds => 1 - ((double)Ghost.MultiplyAdds / Plain.MultiplyAdds);

    /// <summary>The share of its bytes.</summary>
    public double SavedBytes => 1 - ((double)Ghost.Bytes / Plain.Bytes);

    /// <summary>
    /// Compares each layer with ghosts, and then the whole model. Where no layer has ghosts, each GRU with what it would be with as many ghosts
    /// as intrinsic states. None where there is no recurrent layer.
    /// </summary>
    public static IReadOnlyList<GhostComparison> Of(ModelShape shape)
    {
        LayerShape[] given = [.. shape.Layers];
        bool hasGhosts = given.Any(HasGhosts);
        LayerShape[] ghosts = hasGhosts ? given : Array.ConvertAll(given, WithGhosts);
        LayerShape[] plain = Array.ConvertAll(given, WithoutGhosts);
        if (!ghosts.Any(HasGhosts))
        {
            return [];
        }

        IEnumerable<GhostComparison> layers = ghosts.Zip(plain)
            .Where(static pair => HasGhosts(pair.First))
            .Select(static pair => new GhostComparison(pair.First.Name, ((GhostGruShape)pair.First).Ratio, Cost.Of(pair.First), Cost.Of(pair.Second)));
        return [.. layers, new(null, null, Cost.Of(ghosts), Cost.Of(plain))];
    }

    private static bool HasGhosts(LayerShape layer) => layer is GhostGruShape { Ghosts: > 0 };

    private static LayerShape WithGhosts(LayerShape layer) => layer is GruShape { Hidden: > 1 } gru
        ? new GhostGruShape(gru.Name, gru.InputSize, gru.Hidden) { Ratio = UsualRatio, Reset = gru.Reset }
        : layer;

    private static LayerShape WithoutGhosts(LayerShape layer) => layer is GhostGruShape ghost
        ? new GruShape(ghost.Name, ghost.InputSize, ghost.Hidden) { Reset = ghost.Reset == ResetForm.BeforeProduct ? ResetForm.BeforeProduct : ResetForm.AfterProduct }
        : layer;
}
