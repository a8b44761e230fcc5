using System.Runtime.CompilerServices;
using GhostGen.Kernels.Lanes;

namespace GhostGen.Reference.Generic;

/// <summary>What becomes of sums once they are complete, still in registers.</summary>
internal static class Epilogue
{
    /// <summary><c>(1 - z) c + z h</c>, one multiply-add behind the candidate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Blend<T>(T update, T old, T candidate)
        where T : struct, ILanes<T> => T.MultiplyAdd(T.Broadcast(1f) - update, candidate, update * old);

    /// <summary>The new state from the sums of all gates.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Gates<T>(T candidate, T reset, T update, T recurrent, T old, Activation activation)
        where T : struct, ILanes<T>
    {
        candidate = Activate(activation, T.MultiplyAdd(T.Sigmoid(reset), recurrent, candidate));
        return Blend(T.Sigmoid(update), old, candidate);
    }

    /// <summary>The activation; softmax leaves the sums as they are.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Activate<T>(Activation activation, T value)
        where T : struct, ILanes<T> => activation switch
        {
            Activation.Relu => T.Relu(value),
            Activation.Sigmoid => T.Sigmoid(value),
            Activation.Tanh => T.Tanh(value),
            _ => value,
        };
}
