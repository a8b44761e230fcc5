using Xunit;

namespace GhostGen.Agreement.Tests;

/// <summary>The tests that start processes: one after the other, over one compilation of the table.</summary>
[CollectionDefinition]
public sealed class ProcessTestGroup : ICollectionFixture<ChildProcess>;
