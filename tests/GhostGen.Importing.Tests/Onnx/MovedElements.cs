using GhostGen.Importing.Onnx;
using GhostGen.Importing.Onnx.Messages;
using GhostGen.Importing.Onnx.Operators;
using GhostGen.Importing.Onnx.Values;
using Xunit;

namespace GhostGen.Importing.Tests.Onnx;

/// <summary>An array of the numbers of its own elements, the last axis being features, and beside it the axes as an importer follows them.</summary>
internal sealed class MovedElements
{
    private readonly int[] sizes;
    private ConstantArray<float> elements;
    private DataPath path;

    public MovedElements(int[] sizes, bool[] known)
    {
        this.sizes = sizes;
        elements = new(sizes, [.. Enumerable.Range(0, sizes.Aggregate(1, static (count, size) => count * size)).Select(static i => (float)i)]);
        var axes = new Axis[3];
        for (int i = 0; i < axes.Length; i++)
        {
            var part = new AxisPart(i, i == 2 || known[i] ? sizes[i] : null);
            axes[i] = i == 2 ? new([part], IsFeatures: true) : Axis.Of(part);
        }

        path = new("x", 1, axes);
    }

    /// <summary>Applies a random operator to both; false where the importer refuses it.</summary>
    public bool TryRearrange(Random random)
    {
        NodeProto node = Operation(random, out ConstantArray<Extent>? numbers);
        try
        {
            var moved = (DataPath)Apply(node, path, numbers);
            elements = (ConstantArray<float>)Apply(node, elements, numbers);
            path = moved;
            return true;
        }
        catch (ImportException)
        {
            return false;
        }
    }

    /// <summary>Requires that each element is the one that the axes say.</summary>
    public void RequireConsistent()
    {
        Assert.Equal(path.Axes.Count, elements.Sizes.Count);
        int[] strides = [sizes[1] * sizes[2], sizes[2], 1];
        var index = new int[elements.Sizes.Count];
        foreach (float element in elements.Values)
        {
            int expected = 0;
            for (int axis = 0; axis < index.Length; axis++)
            {
                int rest = index[axis];
                foreach (AxisPart part in path.Axes[axis].Parts.Reverse())
                {
                    expected += rest % sizes[part.Number] * strides[part.Number];
                    rest /= sizes[part.Number];
                }

                Assert.Equal(0, rest);
            }

            Assert.Equal(expected, element);
            for (int axis = index.Length - 1; axis >= 0 && ++index[axis] == elements.Sizes[axis]; axis--)
            {
                index[axis] = 0;
            }
        }
    }

    private static GraphValue Apply(NodeProto node, GraphValue value, ConstantArray<Extent>? numbers)
    {
        var budget = new ElementBudget();
        return OperatorTable.Apply(new(node, "x.onnx", 14, name => name == "value" ? value : numbers!, budget), new LayerChain())[0];
    }

    private NodeProto Operation(Random random, out ConstantArray<Extent>? numbers)
    {
        int rank = elements.Sizes.Count;
        long[] list = [];
        var node = new NodeProto { Input = { "value" }, Output = { "result" } };
        switch (random.Next(5))
        {
            case 0:
                node.OpType = "Transpose";
                int[] order = [.. Enumerable.Range(0, rank)];
                random.Shuffle(order);
                node.Attribute.Add(new AttributeProto { Name = "perm", Ints = { order.Select(static axis => (long)axis) } });
                break;
            case 1 when elements.Sizes.Contains(1):
                node.OpType = "Squeeze";
                int[] ones = [.. Enumerable.Range(0, rank).Where(axis => elements.Sizes[axis] == 1)];
                list = [ones[random.Next(ones.Length)]];
                break;
            case 2 when rank < 5:
                node.OpType = "Unsqueeze";
                list = [random.Next(rank + 1)];
                break;
            case 3:
                node.OpType = "Flatten";
                node.Attribute.Add(new AttributeProto { Name = "axis", I = random.Next(rank + 1) });
                break;
            default:
                node.OpType = "Reshape";
                list = NewShape(random);
                break;
        }

        numbers = list.Length == 0 ? null : new([list.Length], [.. list.Select(Extent.Of)]);
        if (numbers is not null)
        {
            node.Input.Add("numbers");
        }

        return node;
    }

    /// <summary>Sizes that the elements fill: factors of their number, some of them left to be copied or inferred.</summary>
    private long[] NewShape(Random random)
    {
        var shape = new List<long>();
        int left = elements.Count;
        while (left > 1 && shape.Count < 3)
        {
            int[] factors = [.. Enumerable.Range(1, left).Where(factor => left % factor == 0)];
            int factor = factors[random.Next(factors.Length)];
            shape.Add(factor);
            left /= factor;
        }

        shape.Add(left);
        int changed = random.Next(shape.Count);
        shape[changed] = random.Next(3) switch
        {
            0 => -1,
            1 when changed < elements.Sizes.Count && elements.Sizes[changed] == shape[changed] => 0,
            _ => shape[changed],
        };
        return [.. shape];
    }
}
