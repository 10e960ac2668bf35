namespace Dialog360.Analyzers.Program.Calls;

/// <summary>Recognises methods that a test runner runs.</summary>
internal static class TestMethods
{
    /// <summary>Whether an attribute of that name, in full, makes a method one.</summary>
    public static bool IsAttribute(string? name) => name is "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestCaseAttribute" or "TestCaseSourceAttribute" or "TestMethodAttribute"
        or "DataTestMethodAttribute" or "ScenarioAttribute" or "BenchmarkAttribute" or "SkippableFactAttribute" or "PropertyAttribute";
}
