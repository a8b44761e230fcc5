using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>The C# of the operations that kernels are made of, for one vector width.</summary>
internal class VectorForm(VectorWidth width, ActivationAccuracy accuracy)
{
    /// <summary>The width.</summary>
    internal VectorWidth Width => width;

    /// <summary>Whether there are no vectors: outputs are computed one at a time.</summary>
    internal bool IsScalar => width == VectorWidth.Scalar;

    /// <summary>The type of a register of so many lanes.</summary>
    internal virtual string Type(int lanes) => IsScalar ? "float" : Class(lanes) + "<float>";

    /// <summary>Whether registers hold whole numbers.</summary>
    internal virtual bool IsInteger => false;

    /// <summary>Reads a register.</summary>
    internal virtual string Load(int lanes, string from, int offset) => LoadSingles(lanes, from, offset);

    /// <summary>Reads singles, or what stands in their place.</summary>
    internal string LoadSingles(int lanes, string from, int offset) => IsScalar
        ? Element(from, offset)
        : Text.Invariant($"{Class(lanes)}.LoadUnsafe(ref {from}{Offset(offset)})");

    /// <summary>Writes a register.</summary>
    internal virtual string Store(string value, string to, int offset) => IsScalar
        ? $"{Element(to, offset)} = {value};"
        : Text.Invariant($"{value}.StoreUnsafe(ref {to}{Offset(offset)});");

    /// <summary>Reads a register at an index that is computed.</summary>
    internal virtual string LoadAt(int lanes, string from, string index) => IsScalar
        ? $"Unsafe.Add(ref {from}, {index})"
        : Text.Invariant($"{Class(lanes)}.LoadUnsafe(ref {from}, {index})");

    /// <summary>Writes a register at an index that is computed.</summary>
    internal virtual string StoreAt(string value, string to, string index) => IsScalar
        ? $"Unsafe.Add(ref {to}, {index}) = {value};"
        : $"{value}.StoreUnsafe(ref {to}, {index});";

    /// <summary>One value in every lane.</summary>
    internal string Broadcast(int lanes, string value) => IsScalar ? value : Text.Invariant($"{Class(lanes)}.Create({value})");

    /// <summary>One element of a register in every lane.</summary>
    internal string BroadcastElement(int lanes, string register, int element) => element == 0
        ? Broadcast(lanes, register + ".ToScalar()")
        : Text.Invariant($"{Class(lanes)}.Shuffle({register}, {Class(lanes)}.Create({element}))");

    /// <summary>One value of a vector in memory.</summary>
    internal virtual string Element(string reference, string index) => $"Unsafe.Add(ref {reference}, {index})";

    /// <summary>The broadcast that stands in a wider register, for a narrower one: the same register's lower part.</summary>
    internal static string Narrow(string value, int fromLanes, int toLanes)
    {
        for (int lanes = fromLanes; lanes > toLanes; lanes /= 2)
        {
            value += ".GetLower()";
        }

        return value;
    }

    /// <summary><c>left * right + addend</c>, fused where the hardware fuses.</summary>
    internal virtual string MultiplyAdd(int lanes, string left, string right, string addend) => IsScalar
        ? Text.Invariant($"Scalar.MultiplyAdd({left}, {right}, {addend})")
        : width == VectorWidth.Vector128
            ? Text.Invariant($"Vector128Arithmetic.MultiplyAdd({left}, {right}, {addend})")
            : Text.Invariant($"{Class(lanes)}.MultiplyAddEstimate({left}, {right}, {addend})");

    /// <summary>A row of weights times the elements of a source that it serves, added: in ascending order, each product fused where the hardware fuses.</summary>
    /// <param name="form">How the weights are stored.</param>
    /// <param name="lanes">The lanes of the register.</param>
    /// <param name="weights">The weights.</param>
    /// <param name="elements">The elements, one in every lane each; fewer than a row serves where the source ends.</param>
    /// <param name="addend">The sums.</param>
    internal virtual string MultiplyAddRow(WeightForm form, int lanes, string weights, IReadOnlyList<string> elements, string addend) => (form, elements.Count) switch
    {
        (WeightForm.Single, _) => MultiplyAdd(lanes, weights, elements[0], addend),
        (_, 1) => MultiplyAdd(lanes, $"BFloat16Pairs.First({weights})", elements[0], addend),
        _ => $"BFloat16Pairs.MultiplyAdd({weights}, {elements[0]}, {elements[1]}, {addend})",
    };

    /// <summary>A value times its factor in a diagonal cheap map, added.</summary>
    internal virtual string MultiplyAddFactor(int lanes, string factor, string value, string addend) => MultiplyAdd(lanes, factor, value, addend);

    /// <summary>A gate times a value.</summary>
    internal virtual string Multiply(string gate, string value) => $"({gate} * {value})";

    /// <summary>The new state, <c>(1 - z) o c + z o h</c>: one multiply-add behind the candidate, which is what the next step waits for.</summary>
    internal virtual string Blend(int lanes, string candidate, string update, string old) =>
        MultiplyAdd(lanes, $"{(IsScalar ? "1f" : $"{Type(lanes)}.One")} - {update}", candidate, $"{update} * {old}");

    /// <summary>An activation, softmax excepted.</summary>
    internal virtual string Activate(Activation activation, string value) => activation switch
    {
        Activation.None => value,
        Activation.Sigmoid or Activation.Tanh when accuracy == ActivationAccuracy.Fast => $"FastActivations.{activation}({value})",
        _ => $"Activations.{activation}({value})",
    };

    /// <summary>The class of vectors of so many lanes.</summary>
    protected static string Class(int lanes) => Text.Invariant($"Vector{lanes * 32}");

    private static string Offset(int offset) => offset == 0 ? "" : Text.Invariant($", {offset}");

    private static string Element(string reference, int offset) => offset == 0 ? reference : Text.Invariant($"Unsafe.Add(ref {reference}, {offset})");
}
