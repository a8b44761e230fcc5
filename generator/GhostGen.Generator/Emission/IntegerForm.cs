using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>The C# of the operations of layers that compute in whole numbers. These stand in memory in the place of singles.</summary>
internal sealed class IntegerForm(VectorWidth width) : VectorForm(width, ActivationAccuracy.Accurate)
{
    /// <inheritdoc/>
    internal override bool IsInteger => true;

    /// <inheritdoc/>
    internal override string Type(int lanes) => IsScalar ? "int" : Class(lanes) + "<int>";

    /// <inheritdoc/>
    internal override string Load(int lanes, string from, int offset) => Whole(base.Load(lanes, from, offset));

    /// <inheritdoc/>
    internal override string LoadAt(int lanes, string from, string index) => Whole(base.LoadAt(lanes, from, index));

    /// <inheritdoc/>
    internal override string Store(string value, string to, int offset) => base.Store(InPlace(value), to, offset);

    /// <inheritdoc/>
    internal override string StoreAt(string value, string to, string index) => base.StoreAt(InPlace(value), to, index);

    /// <inheritdoc/>
    internal override string Element(string reference, string index) => $"IntegerArithmetic.Whole({base.Element(reference, index)})";

    /// <inheritdoc/>
    internal override string MultiplyAdd(int lanes, string left, string right, string addend) => $"IntegerArithmetic.MultiplyAdd({left}, {right}, {addend})";

    /// <inheritdoc/>
    /// <remarks>The only source whose weights are no bytes is the constant that says whether there are ghosts.</remarks>
    internal override string MultiplyAddRow(WeightForm form, int lanes, string weights, IReadOnlyList<string> elements, string addend) =>
        $"IntegerArithmetic.AddWherePresent({weights}, {elements[0]}, {addend})";

    /// <inheritdoc/>
    internal override string MultiplyAddFactor(int lanes, string factor, string value, string addend) => $"IntegerArithmetic.Finish({value}, {factor}, shift, {addend})";

    /// <inheritdoc/>
    internal override string Multiply(string gate, string value) => $"IntegerArithmetic.Multiply({gate}, {value})";

    /// <inheritdoc/>
    internal override string Blend(int lanes, string candidate, string update, string old) => $"IntegerArithmetic.Blend({update}, {candidate}, {old})";

    /// <inheritdoc/>
    internal override string Activate(Activation activation, string value) => $"IntegerActivations.{activation}({value})";

    private string Whole(string singles) => IsScalar ? $"IntegerArithmetic.Whole({singles})" : singles + ".AsInt32()";

    private string InPlace(string whole) => IsScalar ? $"IntegerArithmetic.InPlace({whole})" : whole + ".AsSingle()";
}
