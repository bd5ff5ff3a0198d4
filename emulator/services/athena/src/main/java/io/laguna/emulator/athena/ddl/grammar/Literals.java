package io.laguna.emulator.athena.ddl.grammar;

import io.laguna.emulator.athena.ddl.model.Failures;
import io.laguna.emulator.athena.ddl.model.PartitionSpec;
import io.laguna.emulator.athena.ddl.words.HiveText;
import io.laguna.emulator.athena.ddl.words.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CommentSpecContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ConstantContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.LocationSpecContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NullLiteralContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NumericLiteralContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionSpecContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionValContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PropertyContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PropertyKeyContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PropertyListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StringLitContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StringLiteralContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TypeConstructorContext;

/** The reader of texts, properties and the values of partition keys. */
public final class Literals {
    private final Words words;

    public Literals(Words words) {
        this.words = words;
    }

    public String text(StringLitContext literal) {
        String token = literal.getText();
        if (token.charAt(0) != '\'' && token.charAt(0) != '"') {
            // Spark's raw strings.
            throw Failures.syntax(words, literal.getStart(), "");
        }
        return HiveText.unescaped(token.substring(1, token.length() - 1));
    }

    /** Returns the text of a comment, a clause that may be there once. */
    public Optional<String> comment(List<CommentSpecContext> comments) {
        return once(comments).map(comment -> text(comment.stringLit()));
    }

    public Optional<String> location(List<LocationSpecContext> locations) {
        return once(locations).map(location -> text(location.stringLit()));
    }

    public Map<String, String> properties(List<PropertyListContext> lists) {
        return once(lists).map(this::properties).orElse(Map.of());
    }

    public Map<String, String> properties(PropertyListContext list) {
        Map<String, String> properties = new LinkedHashMap<>();
        for (PropertyContext property : list.property()) {
            if (property.value == null) {
                throw Failures.syntax(words, list.getStop(), "");
            }
            properties.put(
                    key(property.key),
                    Optional.ofNullable(property.value.stringLit())
                            .map(this::text)
                            .orElseGet(property.value::getText));
        }
        return properties;
    }

    public String key(PropertyKeyContext key) {
        return Optional.ofNullable(key.stringLit()).map(this::text).orElseGet(key::getText);
    }

    public PartitionSpec partition(PartitionSpecContext spec) {
        Map<String, String> values = new LinkedHashMap<>();
        for (PartitionValContext value : spec.partitionVal()) {
            if (value.constant() == null) {
                throw Failures.syntax(words, value.getStart(), " in partition specification");
            }
            values.put(Names.identifier(value.identifier()), constant(value.constant()));
        }
        return new PartitionSpec(values);
    }

    private String constant(ConstantContext constant) {
        if (constant instanceof StringLiteralContext texts) {
            return texts.stringLit().stream().map(this::text).collect(Collectors.joining());
        }
        if (constant instanceof TypeConstructorContext typed) {
            return text(typed.stringLit());
        }
        if (constant instanceof NumericLiteralContext || !(constant instanceof NullLiteralContext)) {
            return constant.getText();
        }
        throw Failures.syntax(words, constant.getStart(), " in constant");
    }

    /** Returns a clause that may be there once: Spark's grammar takes clauses in any order and number. */
    public <T extends org.antlr.v4.runtime.ParserRuleContext> Optional<T> once(List<T> clauses) {
        if (clauses.size() > 1) {
            throw Failures.syntax(words, clauses.get(1).getStart(), "");
        }
        return clauses.stream().findFirst();
    }
}
