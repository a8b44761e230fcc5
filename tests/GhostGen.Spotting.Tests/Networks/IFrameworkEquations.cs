namespace GhostGen.Spotting.Tests.Networks;

/// <summary>A network in the equations of the framework that trained it, in double precision.</summary>
internal interface IFrameworkEquations
{
    /// <summary>The outputs behind the last frame.</summary>
    /// <param name="clips">The features of some clips of equal length, frame after frame.</param>
    /// <returns>The outputs for each of the clips.</returns>
    double[][] LastOutputs(IReadOnlyList<float[]> clips);
}
