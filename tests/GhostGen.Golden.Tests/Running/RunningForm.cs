namespace GhostGen.Golden.Tests.Running;

/// <summary>The ways to run a model; every outside vector has to pass in each.</summary>
public enum RunningForm
{
    /// <summary>The interpreter in double precision, the oracle.</summary>
    DoubleReference,

    /// <summary>The interpreter in single precision.</summary>
    Reference,

    /// <summary>The class that the generator writes.</summary>
    Generated,
}
