using System.Collections.Generic;
using GhostGen.Generator.Diagnostics;

namespace GhostGen.Generator.Parsing;

/// <summary>Reads the precision that an attribute chooses, for a model or for one of its layers.</summary>
internal static class PrecisionOption
{
    private const string Name = nameof(Modeling.LayerShape.Precision);

    /// <summary>The precision; <paramref name="fallback"/> where the attribute does not say, or says nothing that there is, which is a finding.</summary>
    internal static Precision Read(AttributeReader attribute, string owner, Precision fallback, List<Finding> findings)
    {
        Precision precision = attribute.GetEnum(Name, fallback);
        if (precision is >= Precision.Float32 and <= Precision.Integer)
        {
            return precision;
        }

        findings.Add(new(OptionRules.Precision, attribute.LocationOf(Name), owner, precision.ToString("D")));
        return fallback;
    }
}
