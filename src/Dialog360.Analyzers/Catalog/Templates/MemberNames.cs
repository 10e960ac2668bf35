namespace Dialog360.Analyzers.Catalog.Templates;

/// <summary>The names in the objects that are open while a list is read, so that one that stands twice in an object is seen.</summary>
internal sealed class MemberNames
{
    /// <summary>An object of a list has a handful of members, and there are thousands of them: a set is made only where comparing all would take long.</summary>
    private const int Compared = 16;

    private readonly List<string> _names = new();

    /// <summary>Begins an object inside the one that is open.</summary>
    public Level Begin() => new(_names);

    /// <summary>The names of one object.</summary>
    internal struct Level
    {
        private readonly List<string> _names;
        private readonly int _first;
        private HashSet<string>? _many;

        /// <summary>Begins an object.</summary>
        /// <param name="names">The names of all objects around it.</param>
        public Level(List<string> names)
        {
            _names = names;
            _first = names.Count;
            _many = null;
        }

        /// <summary>Takes a name.</summary>
        /// <returns>Whether it is the first of that name.</returns>
        public bool Add(string name)
        {
            if (_many is not null || _names.Count - _first >= Compared)
            {
                _many ??= new HashSet<string>(_names.Skip(_first), StringComparer.Ordinal);
                return _many.Add(name);
            }

            for (int index = _first; index < _names.Count; index++)
            {
                if (_names[index] == name)
                {
                    return false;
                }
            }

            _names.Add(name);
            return true;
        }

        /// <summary>Ends the object.</summary>
        public readonly void End() => _names.RemoveRange(_first, _names.Count - _first);
    }
}
