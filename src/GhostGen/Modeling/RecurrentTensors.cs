namespace GhostGen.Modeling;

/// <summary>The tensors that plain and ghost recurrent layers have in common.</summary>
internal static class RecurrentTensors
{
    internal static List<TensorShape> Of(int input, int intrinsic, int hidden, ResetForm reset)
    {
        int gates = 3 * intrinsic;
        List<TensorShape> tensors =
        [
            new(TensorNames.WeightInput, gates, input),
            new(TensorNames.WeightHidden, gates, hidden),
            new(TensorNames.BiasInput, gates),
        ];
        if (reset != ResetForm.BeforeProduct)
        {
            // Before the product a second bias would only be added to the first: the conventions that put the gate there have one.
            tensors.Add(new(TensorNames.BiasHidden, gates));
        }

        return tensors;
    }
}
