using System.Collections.Immutable;
using System.Globalization;
using Dialog360.Analyzers.CodeFixes.Editing;
using Dialog360.Analyzers.Payloads.Picture;
using Dialog360.Analyzers.Rules;
using Dialog360.Analyzers.Rules.Templates;

namespace Dialog360.Analyzers.CodeFixes.Fixes;

/// <summary>
/// DLG0111: writes the parameters that are missing, with an empty text that is itself a finding until it is filled (DLG0109), and takes those out
/// that are too many. Only a person knows the values, so none of it goes through Fix All.
/// </summary>
internal sealed class TemplateParametersFix : PayloadFix
{
    /// <inheritdoc/>
    public override string RuleId => TemplateParametersDiffer.Number;

    /// <inheritdoc/>
    public override IEnumerable<Proposal> Propose(Finding finding, EditContext context)
    {
        if (finding is not { Node: { } node, Detail: TemplateMisfits { Misfits: var misfits, Use: var use } } || node.Span != finding.Span)
        {
            return [];
        }

        return !misfits[0].Names.IsEmpty ? Rename(misfits[0].Names)
            : misfits[0].Component is not null ? AddComponents(misfits, use.Template, use.Components)
            : Repair(misfits[0], use.Known.Select(static component => component.Node));
    }

    private static IEnumerable<Proposal> AddComponents(ImmutableArray<Misfit> misfits, PayloadNode template, PayloadMember? components)
    {
        List<NewValue> added = [];
        foreach (Misfit misfit in misfits)
        {
            if (misfit.Component is not { } wanted || ComponentOf(wanted) is not { } value)
            {
                yield break;
            }

            added.Add(value);
        }

        PictureEdit edit = components is null
            ? new PictureEdit.AddMembers(template, ImmutableArray.Create(new NewMember("components", new NewValue.Array(added.ToImmutableArray()))))
            : new PictureEdit.AddElements(template, components.Value, added.ToImmutableArray());
        string types = string.Join(", ", misfits.Select(static misfit => misfit.Component!.Type).Distinct(StringComparer.Ordinal));
        yield return Proposal.Of("add-template-component", [types], edit) with { IsForOne = true };
    }

    /// <summary>Numbers take no name, which is certain; that names belong to values in their order is not.</summary>
    private static IEnumerable<Proposal> Rename(ImmutableArray<(PayloadNode Value, string? Name)> names)
    {
        PictureEdit[] edits = names.Select(static pair => pair switch
        {
            (var value, null) => (PictureEdit)new PictureEdit.RemoveMember(value.Member("parameter_name")!),
            var (value, name) => value.Member("parameter_name") is { } member
                ? new PictureEdit.SetValue(member.Value, NewValue.Of(name))
                : new PictureEdit.AddMembers(value, ImmutableArray.Create(new NewMember("parameter_name", NewValue.Of(name)))),
        }).ToArray();
        yield return names[0].Name is null
            ? Proposal.Of("drop-parameter-names", edits)
            : Proposal.Of("name-parameters", [FitWords.Shown(names.Select(static pair => pair.Name!))], edits) with { IsForOne = true };
    }

    private static IEnumerable<Proposal> Repair(Misfit misfit, IEnumerable<PayloadNode> components)
    {
        if (components.FirstOrDefault(each => each["parameters"] is { } given && given.Span == misfit.Place.Span) is { } component)
        {
            NewValue?[] missing = misfit.Missing.Select(ParameterOf).ToArray();
            ImmutableArray<PictureEdit> removals = misfit.Surplus.Select(value => (PictureEdit)new PictureEdit.RemoveElement(misfit.Place, value)).ToImmutableArray();
            if (missing.Length > 0 && missing.All(static value => value is not null))
            {
                ImmutableArray<PictureEdit> additions = ImmutableArray.Create<PictureEdit>(new PictureEdit.AddElements(component, misfit.Place, missing.OfType<NewValue>().ToImmutableArray()));
                yield return Proposal.Of("add-template-parameters", [Shown(misfit)], additions.ToArray()) with { IsForOne = true };
            }
            else if (missing.Length == 0 && !removals.IsEmpty)
            {
                yield return Proposal.Of("remove-template-parameters", removals.ToArray()) with { IsForOne = true };
            }
        }
        else if (misfit.Missing.Select(ParameterOf).ToArray() is { Length: > 0 } whole && whole.All(static value => value is not null))
        {
            NewMember parameters = new("parameters", new NewValue.Array(whole.OfType<NewValue>().ToImmutableArray()));
            yield return Proposal.Of("add-template-parameters", [Shown(misfit)], new PictureEdit.AddMembers(misfit.Place, ImmutableArray.Create(parameters))) with { IsForOne = true };
        }
    }

    private static string Shown(Misfit misfit) => FitWords.Words.AndPlain(misfit.Missing.Select(static value => value.Shown));

    /// <summary>A component, to be filled; null where it cannot be written.</summary>
    private static NewValue? ComponentOf(WantedComponent wanted)
    {
        List<NewMember> members = [new("type", NewValue.Of(wanted.Type))];
        if (wanted.Button is { } button)
        {
            // The component of a one-time password is that of a URL button.
            members.Add(new NewMember("sub_type", NewValue.Of(button.SubType ?? "url")));
            members.Add(new NewMember("index", NewValue.Of(wanted.Index.ToString(CultureInfo.InvariantCulture))));
        }

        NewValue?[] values = wanted.Values.Select(ParameterOf).ToArray();
        if (values.Any(static value => value is null))
        {
            return null;
        }

        if (values.Length > 0)
        {
            members.Add(new NewMember("parameters", new NewValue.Array(values.OfType<NewValue>().ToImmutableArray())));
        }

        return NewValue.Of(members.ToArray());
    }

    /// <summary>A parameter with an empty value; null where no value is known to be noticed as empty.</summary>
    private static NewValue? ParameterOf(WantedValue wanted)
    {
        NewMember type = new("type", NewValue.Of(wanted.Type));
        return wanted switch
        {
            { Name: { } name } => NewValue.Of(type, new NewMember("parameter_name", NewValue.Of(name)), new NewMember("text", NewValue.Of(string.Empty))),
            { Type: "text" } => NewValue.Of(type, new NewMember("text", NewValue.Of(string.Empty))),
            { Type: "image" or "video" or "document" } => NewValue.Of(type, new NewMember(wanted.Type, NewValue.Of(new NewMember("link", NewValue.Of(string.Empty))))),
            _ => null,
        };
    }
}
