namespace GhostGen.Samples.KeywordSpotting.Screens;

/// <summary>Colours of a terminal, by the sequences of ECMA-48; none where nobody would see them.</summary>
/// <param name="HasColors">Whether there are any.</param>
internal readonly record struct Ink(bool HasColors)
{
    /// <summary>What stands out.</summary>
    public string Bold(string text) => In("1", text);

    /// <summary>What matters less.</summary>
    public string Faint(string text) => In("2", text);

    /// <summary>What is as it should be.</summary>
    public string Good(string text) => In("32", text);

    /// <summary>What is not.</summary>
    public string Bad(string text) => In("31", text);

    private string In(string code, string text) => HasColors && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
