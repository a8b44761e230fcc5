using System.Reflection;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

namespace GhostGen.Golden.Tests.Running;

/// <summary>Runs a theory once in each <see cref="RunningForm"/>.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class EveryFormAttribute : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(MethodInfo testMethod, DisposalTracker disposalTracker) =>
        new([.. Enum.GetValues<RunningForm>().Select(static form => new TheoryDataRow<RunningForm>(form))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}
