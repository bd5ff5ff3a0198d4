"""Types of records, as schemas show and take them."""


class DataType:
    """A type of values."""

    def __init__(self, properties=None):
        self.properties = properties or {}

    @classmethod
    def typeName(cls):
        """Returns the name of the kind of type."""
        return cls.__name__[: -len("Type")].lower()

    def jsonValue(self):
        """Returns the type as what ``json.dumps`` takes."""
        return {"dataType": self.typeName(), "properties": self.properties}

    def __eq__(self, other):
        return isinstance(other, DataType) and self.jsonValue() == other.jsonValue()

    def __hash__(self):
        return hash(repr(self))

    def __repr__(self):
        return f"{type(self).__name__}({self.properties or ''})"


class AtomicType(DataType):
    """A type without parts."""


class NullType(AtomicType):
    """The type of null, when nothing else is known."""


class UnknownType(AtomicType):
    """The type of what is not known."""


class BinaryType(AtomicType):
    """Bytes."""


class BooleanType(AtomicType):
    """True or false."""


class ByteType(AtomicType):
    """A whole number of 8 bits."""


class DateType(AtomicType):
    """A day."""


class DoubleType(AtomicType):
    """A floating-point number of 64 bits."""


class FloatType(AtomicType):
    """A floating-point number of 32 bits."""


class IntegerType(AtomicType):
    """A whole number of 32 bits."""

    @classmethod
    def typeName(cls):
        return "int"


class LongType(AtomicType):
    """A whole number of 64 bits."""


class ShortType(AtomicType):
    """A whole number of 16 bits."""


class StringType(AtomicType):
    """A text."""


class TimestampType(AtomicType):
    """A moment."""


class TimestampNTZType(AtomicType):
    """A date and a time of day in no time zone."""

    @classmethod
    def typeName(cls):
        return "timestampNTZ"


class DecimalType(AtomicType):
    """A decimal number."""

    def __init__(self, precision=10, scale=2, properties=None):
        super().__init__(properties)
        self.precision = precision
        self.scale = scale

    def jsonValue(self):
        return {
            "dataType": "decimal",
            "precision": self.precision,
            "scale": self.scale,
            "properties": self.properties,
        }

    def __repr__(self):
        return f"DecimalType({self.precision}, {self.scale})"


class EnumType(AtomicType):
    """One of a few texts."""

    def __init__(self, options, properties=None):
        super().__init__(properties)
        self.options = list(options)

    def jsonValue(self):
        return {"dataType": "enum", "options": self.options, "properties": self.properties}

    def __repr__(self):
        return f"EnumType({self.options})"


class ArrayType(DataType):
    """A list of values of one type."""

    def __init__(self, elementType=None, properties=None):
        super().__init__(properties)
        self.elementType = elementType or UnknownType()

    def jsonValue(self):
        return {
            "dataType": self.typeName(),
            "elementType": self.elementType.jsonValue(),
            "properties": self.properties,
        }

    def __repr__(self):
        return f"{type(self).__name__}({self.elementType!r})"


class SetType(ArrayType):
    """A list in which no value is twice."""


class MapType(DataType):
    """A map from texts to values of one type."""

    def __init__(self, valueType=None, properties=None):
        super().__init__(properties)
        self.valueType = valueType or UnknownType()

    def jsonValue(self):
        return {"dataType": "map", "valueType": self.valueType.jsonValue(), "properties": self.properties}

    def __repr__(self):
        return f"MapType({self.valueType!r})"


class ChoiceType(DataType):
    """Several types in one field."""

    def __init__(self, choices=None, properties=None):
        super().__init__(properties)
        self.choices = {}
        for choice in choices or []:
            self.add(choice)

    def add(self, choice):
        """Adds a type; one of the same name is merged with it."""
        name = choice.typeName()
        self.choices[name] = mergeDataTypes(self.choices[name], choice) if name in self.choices else choice

    def jsonValue(self):
        return {
            "dataType": "choice",
            "choices": [choice.jsonValue() for choice in self.choices.values()],
            "properties": self.properties,
        }

    def __repr__(self):
        return f"ChoiceType({list(self.choices.values())})"


class Field:
    """A field of a struct."""

    def __init__(self, name, dataType, properties=None):
        self.name = name
        self.dataType = dataType
        self.properties = properties or {}

    def jsonValue(self):
        """Returns the field as what ``json.dumps`` takes."""
        return {"name": self.name, "container": self.dataType.jsonValue(), "properties": self.properties}

    def __eq__(self, other):
        return isinstance(other, Field) and self.jsonValue() == other.jsonValue()

    def __hash__(self):
        return hash(self.name)

    def __repr__(self):
        return f"Field({self.name}, {self.dataType!r})"


class StructType(DataType):
    """The fields of a struct."""

    def __init__(self, fields=None, properties=None):
        super().__init__(properties)
        self.fields = list(fields or [])

    @property
    def field_map(self):
        """Returns the fields by their names."""
        return {field.name: field for field in self.fields}

    def __iter__(self):
        return iter(self.fields)

    def jsonValue(self):
        return {
            "dataType": "struct",
            "fields": [field.jsonValue() for field in self.fields],
            "properties": self.properties,
        }

    def __repr__(self):
        return f"StructType({self.fields})"


_ATOMIC = {each.typeName(): each for each in AtomicType.__subclasses__() if each not in (DecimalType, EnumType)}


def from_json(value):
    """Returns the type that a ``jsonValue`` describes."""
    name = value["dataType"]
    properties = value.get("properties")
    if name == "struct":
        return StructType(
            [
                Field(field["name"], from_json(field["container"]), field.get("properties"))
                for field in value.get("fields", [])
            ],
            properties,
        )
    if name == "choice":
        return ChoiceType([from_json(choice) for choice in value["choices"]], properties)
    if name == "array":
        return ArrayType(from_json(value["elementType"]), properties)
    if name == "set":
        return SetType(from_json(value["elementType"]), properties)
    if name == "map":
        return MapType(from_json(value["valueType"]), properties)
    if name == "decimal":
        return DecimalType(value.get("precision", 10), value.get("scale", 2), properties)
    if name == "enum":
        return EnumType(value["options"], properties)
    return _ATOMIC[name](properties)


def mergeDataTypes(s1, s2):
    """Returns the type of a field that holds values of both types."""
    if isinstance(s1, (NullType, UnknownType)):
        return s2
    if isinstance(s2, (NullType, UnknownType)) or s1 == s2:
        return s1
    if isinstance(s1, ChoiceType) or isinstance(s2, ChoiceType):
        return ChoiceType([*_alternatives(s1), *_alternatives(s2)])
    if type(s1) is not type(s2):
        return ChoiceType([s1, s2])
    if isinstance(s1, StructType):
        merged = s1.field_map
        for field in s2.fields:
            mine = merged.get(field.name)
            merged[field.name] = Field(field.name, mergeDataTypes(mine.dataType, field.dataType)) if mine else field
        return StructType(list(merged.values()))
    if isinstance(s1, ArrayType):
        return type(s1)(mergeDataTypes(s1.elementType, s2.elementType))
    if isinstance(s1, MapType):
        return MapType(mergeDataTypes(s1.valueType, s2.valueType))
    if isinstance(s1, DecimalType):
        scale = max(s1.scale, s2.scale)
        return DecimalType(min(38, max(s1.precision - s1.scale, s2.precision - s2.scale) + scale), scale)
    if isinstance(s1, EnumType):
        return EnumType([*s1.options, *(option for option in s2.options if option not in s1.options)])
    return s1


def _alternatives(data_type):
    return list(data_type.choices.values()) if isinstance(data_type, ChoiceType) else [data_type]
