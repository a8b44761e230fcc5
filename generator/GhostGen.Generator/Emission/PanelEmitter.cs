using GhostGen.Generator.Planning;
using GhostGen.Packing;

namespace GhostGen.Generator.Emission;

/// <summary>
/// Writes the method that computes a panel: accumulators start at their biases, every element of every source is broadcast once and
/// multiplied into all of them, and the stage's epilogue turns them into outputs, all without leaving registers.
/// </summary>
internal sealed class PanelEmitter(SourceWriter writer, VectorForm form, LayerPlan layer, StagePlan stage, PanelForm begin = PanelForm.Whole)
{
    /// <summary>Writes a method for each kind of panel that a stage has.</summary>
    internal static void EmitAll(SourceWriter writer, VectorForm form, LayerPlan layer, StagePlan stage, PanelForm begin)
    {
        var panels = new PanelEmitter(writer, form, layer, stage, begin);
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (PanelLayout panel in stage.Layout.Panels)
        {
            if (written.Add(panels.MethodName(panel)))
            {
                writer.Line();
                panels.Emit(panel);
            }
        }
    }

    /// <summary>The name of the method for panels of this kind: stage, lanes, and where it begins.</summary>
    internal string MethodName(PanelLayout panel) => Text.Invariant($"{layer.Identifier}{stage.Layout.Kind}{panel.Lanes}{(begin == PanelForm.Whole ? "" : begin)}");

    /// <summary>Writes the method.</summary>
    internal void Emit(PanelLayout panel)
    {
        IReadOnlyList<Register> registers = Register.Of(panel);
        writer.Line($"/// <summary>{Summary(registers)}</summary>");

        // Never inlined: the compiler gives each method a budget for what is inlined into it, by the method's own size. A panel inside a
        // small caller uses that up before its last activations, which are then called, and the accumulators they take live on the
        // stack through the whole loop. gru 24 -> 48 took 315 ns that way and takes 131 with a method of its own (Zen 5, 512 bits).
        writer.Line("[MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]");
        using (writer.Braces($"private static void {MethodName(panel)}({Parameters()}, ref float memory, nuint firstOutput)"))
        {
            foreach ((string name, string place) in SourceNames.Locals(layer, stage.Layout, begin == PanelForm.End))
            {
                writer.Line($"ref float {name} = ref Unsafe.Add(ref memory, {place});");
            }

            EpilogueEmitter.EmitTargets(writer, layer, stage.Layout);
            writer.Line();
            EmitBeginning(panel, registers);
            foreach (StageInput input in Sources)
            {
                EmitSource(panel, input, registers);
            }

            writer.Line();
            if (ActivationsInMemory.Apply(layer.Shape, stage.Layout, panel))
            {
                new ActivationLoopEmitter(writer, form, layer, stage.Layout, panel).Emit();
            }
            else
            {
                EpilogueEmitter.Emit(writer, form, layer, stage.Layout, registers);
            }
        }
    }

    private IEnumerable<StageInput> Sources => stage.Layout.Inputs.Skip(begin switch
    {
        PanelForm.Whole => 0,
        PanelForm.AfterInput => 1,
        _ => stage.Layout.Inputs.Count,
    });

    private string Parameters() => begin switch
    {
        PanelForm.Whole when !stage.ReadsFloats => "ref float weights",
        PanelForm.Whole => $"ref float weights, ref float {SourceNames.Parameter(stage.Layout)}",
        PanelForm.AfterInput => "ref float weights, ref float sums",
        _ => "ref float sums",
    };

    private string Summary(IReadOnlyList<Register> registers)
    {
        int lanes = registers.Sum(static register => register.Lanes);
        string part = begin switch
        {
            PanelForm.Whole => "",
            PanelForm.AfterInput => ", from where the input's products have been added",
            _ => ", from where all products have been added",
        };
        if (registers[0].Lanes == 1)
        {
            return $"A panel of one output{part}.";
        }

        var kinds = registers.GroupBy(static register => register.Lanes)
            .Select(static group => Text.Invariant($"{Text.Plural(group.Count(), "vector")} of {group.Key}"));
        return Text.Invariant($"A panel of {lanes} lanes{part}: for each accumulator ") + string.Join(" and ", kinds) + ".";
    }

    /// <summary>Writes how accumulators begin: at their biases, or at sums.</summary>
    internal void EmitBeginning(PanelLayout panel, IReadOnlyList<Register> registers)
    {
        int accumulators = stage.Layout.Accumulators.Count;
        string from = begin == PanelForm.Whole ? "row" : "sums";
        if (begin == PanelForm.Whole)
        {
            writer.Line("// Every accumulator starts at its bias.");
            writer.Line("ref float row = ref weights;");
        }

        for (int position = 0; position < accumulators; position++)
        {
            foreach (Register register in registers)
            {
                string name = AccumulatorNames.Of(stage.Layout.Accumulators[position]) + register.Suffix;
                writer.Line($"{form.Type(register.Lanes)} {name} = {form.Load(register.Lanes, from, register.Band.OffsetInRow(position, accumulators))};");
            }
        }

        if (begin == PanelForm.Whole)
        {
            writer.Line($"row = ref Unsafe.Add(ref weights, {panel.RowStride(accumulators)});");
        }
        else if (begin == PanelForm.AfterInput)
        {
            StageInput input = stage.Layout.Inputs[0];
            writer.Line($"ref float row = ref Unsafe.Add(ref weights, {panel.RowStride(accumulators) + (input.StoredRows * panel.RowStride(input.Accumulators.Count))});");
        }
    }

    private void EmitSource(PanelLayout panel, StageInput input, IReadOnlyList<Register> registers)
    {
        writer.Line();
        writer.Line($"// {DescribeSource(input)}");
        if (input.HasBytes)
        {
            new ByteSourceEmitter(writer, form, layer, stage).EmitProducts(panel, input, registers);
            return;
        }

        EmitRows(panel, input, registers, 0);
    }

    /// <summary>A source and its rows, in words.</summary>
    internal static string DescribeSource(StageInput input) =>
        $"{SourceNames.Describe(input.Source)}: {Text.Plural(input.Rows, "row")} of {string.Join(", ", input.Accumulators.Select(AccumulatorNames.Of))} weights{PerRow(input.Form)}.";

    private static string PerRow(WeightForm weights) => weights switch
    {
        WeightForm.BFloat16 => ", each for two elements",
        WeightForm.Int8 => ", each for four elements, between one of starts and one of scales",
        WeightForm.Int8Wide => ", each for four elements, before one of scales",
        WeightForm.Integer => ", each for four elements, before one of multipliers and one of their shift",
        _ => "",
    };

    /// <summary>Writes the rows of a source from the one of element <paramref name="start"/> on.</summary>
    internal void EmitRows(PanelLayout panel, StageInput input, IReadOnlyList<Register> registers, int start)
    {
        int stride = panel.RowStride(input.Accumulators.Count);
        int columns = StagePlan.ColumnsPerIteration(panel, input);
        int iterations = (input.Count - start) / columns;
        int rest = (input.Count - start) % columns;
        int end = start + (iterations * columns);
        if (iterations <= 1)
        {
            EmitColumns(input, registers, Text.Invariant($"{start}"), input.Count - start, stride);
            return;
        }

        string advance = columns == 1 ? "k++" : Text.Invariant($"k += {columns}");
        using (writer.Braces($"for (nuint k = {start}; k < {end}; {advance})"))
        {
            EmitColumns(input, registers, "k", columns, stride);
        }

        if (rest > 0)
        {
            writer.Line();
            EmitColumns(input, registers, Text.Invariant($"{end}"), rest, stride);
        }
    }

    /// <summary>Writes some columns, the first at index <paramref name="first"/>, row by row, and moves on to the row behind them.</summary>
    private void EmitColumns(StageInput input, IReadOnlyList<Register> registers, string first, int columns, int stride)
    {
        string source = SourceNames.Of(input.Source);
        int widest = registers.Max(static register => register.Lanes);
        int rows = 0;
        for (int column = 0; column < columns; column += input.ElementsPerRow)
        {
            if (column > 0)
            {
                writer.Line();
            }

            var elements = new List<string>();
            for (int element = column; element < columns && element < column + input.ElementsPerRow; element++)
            {
                string variable = columns == 1 && first == "k" ? "value" : Text.Invariant($"{source}{Index(first, element)}");
                string index = first == "k" ? (element == 0 ? "k" : Text.Invariant($"k + {element}")) : Index(first, element);
                writer.Line($"{form.Type(widest)} {variable} = {form.Broadcast(widest, form.Element(source, index))};");
                elements.Add(variable);
            }

            EmitMultiplyAdds(input, registers, elements, rows++ * stride);
        }

        writer.Line($"row = ref Unsafe.Add(ref row, {rows * stride});");
    }

    /// <summary>Writes the multiplication of one row, so many lanes from where <c>row</c> is, with the broadcast elements that it serves.</summary>
    internal void EmitMultiplyAdds(StageInput input, IReadOnlyList<Register> registers, IReadOnlyList<string> elements, int offset)
    {
        int widest = registers.Max(static register => register.Lanes);
        for (int position = 0; position < input.Accumulators.Count; position++)
        {
            foreach (Register register in registers)
            {
                string accumulator = AccumulatorNames.Of(input.Accumulators[position]) + register.Suffix;
                string weights = form.Load(register.Lanes, "row", offset + register.Band.OffsetInRow(position, input.Accumulators.Count));
                string[] values = [.. elements.Select(element => form.IsScalar ? element : VectorForm.Narrow(element, widest, register.Lanes))];
                writer.Line($"{accumulator} = {form.MultiplyAddRow(input.Form, register.Lanes, weights, values, accumulator)};");
            }
        }
    }

    private static string Index(string first, int column) => first == "k"
        ? Text.Invariant($"{column}")
        : Text.Invariant($"{int.Parse(first, System.Globalization.CultureInfo.InvariantCulture) + column}");
}
