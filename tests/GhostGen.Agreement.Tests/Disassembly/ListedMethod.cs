using System.Text.RegularExpressions;

namespace GhostGen.Agreement.Tests.Disassembly;

/// <summary>A method as the just-in-time compiler lists it.</summary>
/// <param name="Name">Namespaces, class and method, without the parameters.</param>
/// <param name="Frame">The register through which the method reaches its stack frame beside <c>rsp</c>, or <c>rsp</c> itself.</param>
/// <param name="Instructions">The instructions.</param>
/// <param name="Labels">Where the labels stand: the number of the instruction that follows.</param>
internal sealed partial record ListedMethod(string Name, string Frame, IReadOnlyList<string> Instructions, IReadOnlyDictionary<string, int> Labels)
{
    /// <summary>The instructions of each innermost loop: from where a jump goes back to, up to that jump.</summary>
    internal IEnumerable<IReadOnlyList<string>> InnermostLoops
    {
        get
        {
            (int First, int Last)[] loops =
            [
                .. Instructions
                    .Select((instruction, i) => (First: Jump().Match(instruction) is { Success: true } jump ? Labels[jump.Groups["label"].Value] : int.MaxValue, Last: i))
                    .Where(static loop => loop.First <= loop.Last),
            ];
            return loops
                .Where(outer => !loops.Any(inner => inner != outer && inner.First >= outer.First && inner.Last <= outer.Last))
                .Select(loop => Instructions.Skip(loop.First).Take(loop.Last - loop.First + 1).ToArray());
        }
    }

    /// <summary>All methods of a log.</summary>
    internal static IEnumerable<ListedMethod> Read(string path)
    {
        (string Name, string Frame, List<string> Instructions, Dictionary<string, int> Labels)? method = null;
        foreach (string line in File.ReadLines(path))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                if (method is { } last)
                {
                    yield return new(last.Name, last.Frame, last.Instructions, last.Labels);
                }

                method = (heading.Groups["name"].Value, "", [], []);
            }
            else if (method is { } current)
            {
                if (FrameRegister().Match(line) is { Success: true } frame)
                {
                    method = current with { Frame = frame.Groups["register"].Value };
                }
                else if (Label().Match(line) is { Success: true } label)
                {
                    current.Labels.Add(label.Groups["label"].Value, current.Instructions.Count);
                }
                else if (Instruction().IsMatch(line))
                {
                    current.Instructions.Add(line.Trim());
                }
            }
        }

        if (method is { } end)
        {
            yield return new(end.Name, end.Frame, end.Instructions, end.Labels);
        }
    }

    [GeneratedRegex(@"^; Assembly listing for method (?<name>.+?)\(")]
    private static partial Regex Heading();

    [GeneratedRegex("^; (?<register>rbp|rsp) based frame")]
    private static partial Regex FrameRegister();

    [GeneratedRegex("^(?<label>G_M[0-9A-Za-z_]+):")]
    private static partial Regex Label();

    [GeneratedRegex("^ {7}[a-z]")]
    private static partial Regex Instruction();

    [GeneratedRegex("^j[a-z]+ +(?:SHORT )?(?<label>G_M[0-9A-Za-z_]+)$")]
    private static partial Regex Jump();
}
