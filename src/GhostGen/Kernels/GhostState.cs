using System.Runtime.CompilerServices;

namespace GhostGen.Kernels;

/// <summary>What gates that read the intrinsic states alone have to know of the ghosts.</summary>
public static class GhostState
{
    /// <summary>
    /// 1 where a step has computed ghosts, 0 before the first one: the constant that a bias of folded ghosts adds to the gates counts only
    /// once there are ghosts. A state that is zero throughout is one before the first step, or its ghosts have no bias to count.
    /// </summary>
    /// <param name="state">The first value of the layer's state.</param>
    /// <param name="count">The number of its values, intrinsic states and ghosts together.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Present(ref float state, int count) => state != 0 ? 1 : AnyBehindTheFirst(ref state, count);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static float AnyBehindTheFirst(ref float state, int count)
    {
        for (int i = 1; i < count; i++)
        {
            if (Unsafe.Add(ref state, i) != 0)
            {
                return 1;
            }
        }

        return 0;
    }
}
