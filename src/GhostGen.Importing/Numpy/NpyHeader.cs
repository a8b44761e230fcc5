using GhostGen.Importing.Arrays;

namespace GhostGen.Importing.Numpy;

/// <summary>What the header of an <c>npy</c> array says.</summary>
/// <param name="Type">The type of its elements.</param>
/// <param name="IsBigEndian">Whether the most significant byte of each comes first.</param>
/// <param name="IsColumnMajor">Whether the first index runs fastest, as in Fortran.</param>
/// <param name="Sizes">Its sizes, outermost first.</param>
internal sealed record NpyHeader(ElementType Type, bool IsBigEndian, bool IsColumnMajor, IReadOnlyList<long> Sizes)
{
    private const string TypeMember = "descr";
    private const string OrderMember = "fortran_order";
    private const string ShapeMember = "shape";

    /// <summary>Reads a header: the text of a Python dictionary of three members, such as <c>{'descr': '&lt;f4', 'fortran_order': False, 'shape': (3, 4), }</c>.</summary>
    /// <exception cref="FormatException">It is not one; the message says what is expected.</exception>
    public static NpyHeader Parse(string text)
    {
        var literal = new PythonLiteral(text);
        string? type = null;
        bool? isColumnMajor = null;
        List<long>? sizes = null;
        literal.Expect('{');
        while (!literal.TryTake('}'))
        {
            string member = literal.Text();
            literal.Expect(':');
            switch (member)
            {
                case TypeMember when type is null:
                    type = literal.Text();
                    break;
                case OrderMember when isColumnMajor is null:
                    isColumnMajor = literal.Flag();
                    break;
                case ShapeMember when sizes is null:
                    sizes = literal.Tuple(ArrayLimits.MostSizes);
                    break;
                default:
                    throw new FormatException($"the header has a member '{member}' that is unknown or there twice; '{TypeMember}', '{OrderMember}' and '{ShapeMember}' are expected once each");
            }

            if (!literal.TryTake(','))
            {
                literal.Expect('}');
                break;
            }
        }

        literal.ExpectEnd();
        return type is not null && isColumnMajor is not null && sizes is not null
            ? new(TypeOf(type), type[0] == '>', isColumnMajor.Value, sizes)
            : throw new FormatException($"the header lacks a member; '{TypeMember}', '{OrderMember}' and '{ShapeMember}' are expected");
    }

    private static ElementType TypeOf(string type) => type switch
    {
        "<f4" or ">f4" => ElementType.Float32,
        "<f2" or ">f2" => ElementType.Float16,
        "<f8" or ">f8" => ElementType.Float64,
        _ => throw new FormatException($"its elements are of type '{type}'; floats of 2, 4 and 8 bytes are read ('<f2', '<f4', '<f8')"),
    };
}
