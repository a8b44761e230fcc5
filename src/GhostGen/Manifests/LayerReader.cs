using GhostGen.Modeling;

namespace GhostGen.Manifests;

/// <summary>Reads one layer. Options that are absent have the defaults of the layer's shape.</summary>
internal static class LayerReader
{
    /// <summary>The shape of a layer.</summary>
    /// <param name="text">The file.</param>
    /// <param name="value">Where the layer stands.</param>
    /// <param name="position">Its position in the list, from 0.</param>
    /// <param name="input">The size of what it reads.</param>
    public static LayerShape Read(ManifestText text, JsonValue value, int position, int input)
    {
        ObjectMembers members = ObjectMembers.Of(text, value, Subject.OfUnnamedLayer(position));
        string kind = members.RequiredText(text, ManifestWords.Kind);
        if (ManifestWords.LayerMembers(kind) is not { } known)
        {
            throw text.Defect(ModelDefect.UnknownKind, members.Required(text, ManifestWords.Kind).Value.Start, $"{members.Subject.Words} is of kind {Quote.Of(kind)}; the kinds are {Quote.List(ManifestWords.Kinds)}.");
        }

        string name = members.Find(ManifestWords.Name) is { } member ? members.Text(text, member) : LayerName.Default(kind, position);
        if (!LayerName.IsValid(name))
        {
            throw text.Defect(ModelDefect.BadLayerName, members.Required(text, ManifestWords.Name).Value.Start, $"{members.Subject.Words} is called {Quote.Of(name)}; {LayerName.Rule}.");
        }

        members = members.About(Subject.OfLayer(name));
        members.RequireKnown(text, known);
        LayerShape layer = kind switch
        {
            GhostGruShape.KindName => GhostGru(text, members, name, input),
            GruShape.KindName => Gru(text, members, name, input),
            _ => Dense(text, members, name, input),
        };
        layer = layer with { InputRange = members.Single(text, ManifestWords.InputRange) };
        if (ShapeRules.Check(layer) is { } problem)
        {
            // The sizes and the name are known to be right, so it is an option, and one that is written: defaults keep the rules.
            JsonValue place = members.Find(ManifestWords.MemberOf(problem.Option))?.Value ?? value;
            throw text.Defect(ModelDefect.OptionOutOfRange, place.Start, $"{members.Subject.Words}: {problem.Message}", members.Subject);
        }

        return layer;
    }

    private static GhostGruShape GhostGru(ManifestText text, ObjectMembers members, string name, int input)
    {
        var shape = new GhostGruShape(name, input, members.RequiredSize(text, ManifestWords.Hidden));
        return shape with
        {
            Ratio = members.Number(text, ManifestWords.Ratio, shape.Ratio),
            Cheap = (CheapMap)members.Choice(text, ManifestWords.Cheap, ManifestWords.CheapMaps, (int)shape.Cheap),
            Groups = members.WholeNumber(text, ManifestWords.Groups, shape.Groups),
            CheapActivation = (Activation)members.Choice(text, ManifestWords.CheapActivation, ManifestWords.Activations, (int)shape.CheapActivation),
            CheapBias = members.Flag(text, ManifestWords.CheapBias, shape.CheapBias),
            Reset = (ResetForm)members.Choice(text, ManifestWords.Reset, ManifestWords.ResetForms, (int)shape.Reset),
        };
    }

    private static GruShape Gru(ManifestText text, ObjectMembers members, string name, int input)
    {
        var shape = new GruShape(name, input, members.RequiredSize(text, ManifestWords.Hidden));
        return shape with
        {
            Reset = (ResetForm)members.Choice(text, ManifestWords.Reset, ManifestWords.ResetForms, (int)shape.Reset),
            CandidateActivation = (Activation)members.Choice(text, ManifestWords.Activation, ManifestWords.Activations, (int)shape.CandidateActivation),
        };
    }

    private static DenseShape Dense(ManifestText text, ObjectMembers members, string name, int input)
    {
        var shape = new DenseShape(name, input, members.RequiredSize(text, ManifestWords.Units));
        return shape with
        {
            Activation = (Activation)members.Choice(text, ManifestWords.Activation, ManifestWords.Activations, (int)shape.Activation),
            Bias = members.Flag(text, ManifestWords.Bias, shape.Bias),
        };
    }
}
