using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Dialog360.Analyzers.Tests.Infrastructure;

/// <summary>A class library of the same solution, as an editor references it (its compilation) and as a build does (its image).</summary>
internal static class OtherProject
{
    /// <summary>Both references to a library of that source: what the rules say must not depend on which of them it is.</summary>
    public static MetadataReference[] Both(string source, string name = "Contracts")
    {
        CSharpCompilation library = new TestProgram("none", source) { IsLibrary = true }.Compile().WithAssemblyName(name);
        using MemoryStream image = new();
        Assert.True(library.Emit(image).Success, string.Join(Environment.NewLine, library.GetDiagnostics()));
        return [MetadataReference.CreateFromImage(image.ToArray()), library.ToMetadataReference()];
    }
}
