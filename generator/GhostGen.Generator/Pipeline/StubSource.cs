using System.Globalization;
using GhostGen.Generator.Emission;
using GhostGen.Generator.Parsing;
using GhostGen.Modeling;

namespace GhostGen.Generator.Pipeline;

/// <summary>What is written in the place of a model that has mistakes.</summary>
/// <param name="Class">The user's class.</param>
/// <param name="Shape">The layers, where they are known.</param>
/// <param name="Mistakes">The mistakes; none where the model file cannot be read, which the compiler reports by itself.</param>
/// <param name="HintName">The beginning of the file's name.</param>
internal sealed record StubSource(UserClass Class, ModelShape? Shape, Sequence<Mistake> Mistakes, string HintName)
{
    /// <summary>Each rule that is broken, once.</summary>
    internal IReadOnlyList<StubError> Errors => [.. Mistakes.Select(static mistake => new StubError(mistake.Rule.Id, mistake.Rule.Title.ToString(CultureInfo.InvariantCulture))).Distinct()];

    /// <summary>Names the file of a stub.</summary>
    /// <param name="stub">The stub.</param>
    /// <param name="names">What <see cref="HintNames.Of"/> says for all classes of the project.</param>
    internal static StubSource Of(StubSpec stub, IEnumerable<string> names) =>
        new(stub.Class, stub.Shape, stub.Mistakes, HintNames.Distinct(HintNames.Of(stub.Class), names));
}
