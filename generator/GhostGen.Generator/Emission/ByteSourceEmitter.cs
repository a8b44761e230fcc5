using GhostGen.Generator.Planning;
using GhostGen.Packing;
using GhostGen.Quantization;

namespace GhostGen.Generator.Emission;

/// <summary>Writes how the sources of a stage whose weights are bytes become whole numbers, and the products of a panel with them.</summary>
internal sealed class ByteSourceEmitter(SourceWriter writer, VectorForm form, LayerPlan layer, StagePlan stage)
{
    /// <summary>The name of the reference to the whole numbers of a source, at what one unit of them stands for.</summary>
    internal static string Name(StageSource source) => SourceNames.Of(source) + "Bytes";

    /// <summary>The statements that turn into whole numbers what no stage before has turned.</summary>
    /// <param name="input">The place of the layer's input, or what it is called.</param>
    /// <param name="group">What the source of a group of a grouped cheap map is called; <see langword="null"/> where there are none.</param>
    internal string[] Statements(string input, string? group)
    {
        IEnumerable<StageSource> before = layer.Stages.TakeWhile(other => other != stage).SelectMany(static other => other.Layout.Inputs).Select(static source => source.Source);
        return
        [
            .. stage.Layout.Inputs.Where(source => source.HasBytes && !before.Contains(source.Source)).Select(source =>
            {
                string vector = group ?? (source.Source == StageSource.Input ? input : $"Unsafe.Add(ref memory, {SourceNames.Place(layer, source.Source, "")})");
                string place = "Places." + MemoryPlan.Bytes(source.Source);
                // A range that is given is one of singles.
                float? known = SourceRange.Of(layer.InputIsInteger ? layer.Shape with { InputRange = null } : layer.Shape, source.Source, layer.InputIsBounded);
                string target = Text.Invariant($"ref Unsafe.Add(ref memory, {place})");
                if (source.Form == WeightForm.Integer)
                {
                    return source.Source != StageSource.Input || layer.InputIsInteger
                        ? Text.Invariant($"{Elements(source)}.{(known == 1 ? "Bounded" : "Measured")}(ref {vector}, {source.Count}, {target});")
                        : Text.Invariant($"{Elements(source)}.{(known is { } within ? $"Within(ref {vector}, {source.Count}, {FixedPointScale.Exponent(within)}" : $"Singles(ref {vector}, {source.Count}")}, {target}, ref Unsafe.Add(ref memory, Places.{MemoryPlan.Finite}));");
                }

                (string method, string range) = known switch
                {
                    null => ("Measured", ""),
                    1 => ("Bounded", ""),
                    { } other => ("Within", $", {Text.Number(other)}"),
                };
                return Text.Invariant($"Unsafe.Add(ref memory, {place}) = {Elements(source)}.{method}(ref {vector}, {source.Count}{range}, ref Unsafe.Add(ref memory, {place} + {MemoryPlan.FirstByte}));");
            }),
        ];
    }

    /// <summary>Writes the products of a panel with a source: whole numbers, of which one multiply-add makes what the sums take in.</summary>
    internal void EmitProducts(PanelLayout panel, StageInput input, IReadOnlyList<Register> registers)
    {
        string source = SourceNames.Of(input.Source);
        int stride = panel.RowStride(input.Accumulators.Count);
        writer.Line($"ref int {source}Elements = ref Unsafe.As<float, int>(ref Unsafe.Add(ref {Name(input.Source)}, {MemoryPlan.FirstByte}));");
        foreach ((string accumulator, Register register, int offset) in Sums(input, registers))
        {
            string start = input.Form == WeightForm.Int8 ? $"Int8Products.Start({form.LoadSingles(register.Lanes, "row", offset)})" : form.IsScalar ? "0" : $"{IntegerType(register.Lanes)}.Zero";
            writer.Line($"{IntegerType(register.Lanes)} {Products(accumulator, input, register)} = {start};");
        }

        if (input.Form == WeightForm.Int8)
        {
            writer.Line($"row = ref Unsafe.Add(ref row, {stride});");
        }

        int perIteration = StagePlan.RowsPerIteration(panel, input);
        int rest = input.Rows % perIteration;
        if (input.Rows / perIteration <= 1)
        {
            rest = input.Rows;
        }
        else
        {
            using (writer.Braces(Text.Invariant($"for (nuint k = 0; k < {input.Rows - rest}; {(perIteration == 1 ? "k++" : Text.Invariant($"k += {perIteration}"))})")))
            {
                EmitRows(input, registers, "k", perIteration, stride);
            }
        }

        if (rest > 0)
        {
            writer.Line();
            EmitRows(input, registers, Text.Invariant($"{input.Rows - rest}"), rest, stride);
        }

        writer.Line();
        if (input.Form == WeightForm.Integer)
        {
            EmitShifts(input, stride);
        }

        foreach ((string accumulator, Register register, int offset) in Sums(input, registers))
        {
            string sum = accumulator + register.Suffix;
            string products = Products(accumulator, input, register);
            writer.Line(input.Form == WeightForm.Integer
                ? $"{sum} = IntegerArithmetic.Finish({products}, {form.Load(register.Lanes, "row", offset)}, {Shift(accumulator, input)}, {sum});"
                : $"{sum} = Int8Products.Finish({products}, {form.LoadSingles(register.Lanes, "row", offset)}, {Name(input.Source)}, {sum});");
        }

        writer.Line($"row = ref Unsafe.Add(ref row, {(input.Form == WeightForm.Integer ? 2 : 1) * stride});");
    }

    /// <summary>Writes how far what the products of a source stand for is shifted: the same for all its sums that are of one tensor.</summary>
    private void EmitShifts(StageInput input, int stride)
    {
        var written = new HashSet<string>(StringComparer.Ordinal);
        for (int position = 0; position < input.Accumulators.Count; position++)
        {
            string shift = Shift(AccumulatorNames.Of(input.Accumulators[position]), input);
            if (written.Add(shift))
            {
                int offset = stride + (position * stride / input.Accumulators.Count);
                writer.Line($"var {shift} = new IntegerShift(IntegerArithmetic.Whole({Name(input.Source)}) + {form.Element("row", Text.Invariant($"{offset}"))});");
            }
        }
    }

    /// <summary>The variable of a shift. Where ghosts are folded the candidate's weights for what they were made of are a tensor of their own.</summary>
    private static string Shift(string accumulator, StageInput input) =>
        SourceNames.Of(input.Source) + (input.Source == StageSource.Intrinsic && accumulator == AccumulatorNames.Of(Accumulator.Candidate) ? "ShiftOfCandidate" : "Shift");

    private void EmitRows(StageInput input, IReadOnlyList<Register> registers, string first, int rows, int stride)
    {
        int widest = registers.Max(static register => register.Lanes);
        string source = SourceNames.Of(input.Source);
        int words = Words(input);
        for (int row = 0; row < rows; row++)
        {
            // Behind a loop its variables may not be declared once more.
            int place = first == "k" ? row : int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) + row;
            var variables = new List<string>();
            for (int word = 0; word < words; word++)
            {
                int number = (place * words) + word;
                variables.Add(Text.Invariant($"{source}{number}"));
                string elements = $"Unsafe.Add(ref {source}Elements, {(first == "k" ? Index(words, (row * words) + word) : Text.Invariant($"{number}"))})";
                writer.Line($"{IntegerType(widest)} {variables[word]} = {form.Broadcast(widest, elements)};");
            }

            foreach ((string accumulator, Register register, int offset) in Sums(input, registers))
            {
                string products = Products(accumulator, input, register);
                string values = string.Join(", ", variables.Select(variable => form.IsScalar ? variable : VectorForm.Narrow(variable, widest, register.Lanes)));
                writer.Line($"{products} = {ProductsClass(input)}.Add({products}, {values}, {form.LoadSingles(register.Lanes, "row", (row * stride) + offset)});");
            }
        }

        writer.Line($"row = ref Unsafe.Add(ref row, {rows * stride});");
    }

    /// <summary>The numbers of 32 bits that hold the elements of a row.</summary>
    private static int Words(StageInput input) => input.Form == WeightForm.Int8 ? 1 : 2;

    private static string Elements(StageInput input) => input.Form + "Elements";

    private static string ProductsClass(StageInput input) => input.Form == WeightForm.Int8 ? "Int8Products" : "Int8WideProducts";

    /// <summary>The index of a number so many behind the first one of row <c>k</c>.</summary>
    private static string Index(int words, int number)
    {
        string first = words == 1 ? "k" : Text.Invariant($"(k * {words})");
        return number == 0 ? first.Trim('(', ')') : Text.Invariant($"{first} + {number}");
    }

    /// <summary>Each accumulator that a source adds to, in each register, and where the register stands in a row.</summary>
    private static IEnumerable<(string Accumulator, Register Register, int Offset)> Sums(StageInput input, IReadOnlyList<Register> registers)
    {
        for (int position = 0; position < input.Accumulators.Count; position++)
        {
            foreach (Register register in registers)
            {
                yield return (AccumulatorNames.Of(input.Accumulators[position]), register, register.Band.OffsetInRow(position, input.Accumulators.Count));
            }
        }
    }

    /// <summary>The variable of the whole numbers: <c>resetOfState0</c>.</summary>
    private static string Products(string accumulator, StageInput input, Register register)
    {
        string source = SourceNames.Of(input.Source);
        return $"{accumulator}Of{char.ToUpperInvariant(source[0])}{source.Substring(1)}{register.Suffix}";
    }

    private string IntegerType(int lanes) => form.IsScalar ? "int" : Text.Invariant($"Vector{lanes * 32}<int>");
}
