package org.aman.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.aman.knowledge.Source;
import org.aman.knowledge.Topic;
import org.aman.knowledge.Update;
import org.aman.language.Bilingual;
import org.aman.language.Language;
import org.aman.place.Place;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An update as the index stores it: its parts one after the other, read back in some microseconds. */
final class Content {
    private static final Update.Confidence[] CONFIDENCES = Update.Confidence.values();
    private static final Update.Severity[] SEVERITIES = Update.Severity.values();
    private static final Source.Kind[] KINDS = Source.Kind.values();
    private static final Language[] LANGUAGES = Language.values();

    private Content() {}

    static BytesRef written(Update update) {
        ByteBuffersDataOutput out = new ByteBuffersDataOutput();
        try {
            out.writeString(update.id().value());
            out.writeVInt(update.revision());
            out.writeString(update.topic().value());
            out.writeString(update.status());
            Encoding.write(out, update.places().stream().map(Place.Id::value).toList());
            out.writeByte((byte) update.confidence().ordinal());
            out.writeByte((byte) (update.severity() == null ? -1 : update.severity().ordinal()));
            out.writeLong(update.verified().toEpochMilli());
            Encoding.write(out, update.expires());
            Encoding.write(out, update.location());
            Encoding.write(out, update.supersedes().stream().map(Update.Id::value).toList());
            write(out, update.title());
            write(out, update.text());
            for (Language language : LANGUAGES) {
                Encoding.write(out, update.questions().getOrDefault(language, List.of()));
            }
            out.writeVInt(update.sources().size());
            for (Source source : update.sources()) {
                write(out, source);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing " + update.id(), e);
        }
        return new BytesRef(out.toArrayCopy());
    }

    static Update read(BytesRef content) {
        ByteArrayDataInput in = new ByteArrayDataInput(content.bytes, content.offset, content.length);
        try {
            return new Update(
                    new Update.Id(in.readString()),
                    in.readVInt(),
                    new Topic.Id(in.readString()),
                    in.readString(),
                    readPlaces(in),
                    CONFIDENCES[in.readByte()],
                    readSeverity(in),
                    Instant.ofEpochMilli(in.readLong()),
                    Encoding.readMoment(in),
                    Encoding.readPosition(in),
                    readSuperseded(in),
                    readBilingual(in),
                    readBilingual(in),
                    readQuestions(in),
                    readSources(in));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading an update", e);
        }
    }

    /** A missing part is written empty: no part is ever blank. */
    private static void write(DataOutput out, @Nullable Bilingual text) throws IOException {
        out.writeString(text == null || text.arabic() == null ? "" : text.arabic());
        out.writeString(text == null || text.english() == null ? "" : text.english());
    }

    private static void write(DataOutput out, Source source) throws IOException {
        write(out, source.name());
        out.writeByte((byte) source.kind().ordinal());
        out.writeLong(source.at().toEpochMilli());
        out.writeString(source.url() == null ? "" : source.url().toString());
        write(out, source.says());
    }

    private static Set<Place.Id> readPlaces(DataInput in) throws IOException {
        Set<Place.Id> places = new LinkedHashSet<>();
        for (String place : Encoding.readTexts(in)) {
            places.add(new Place.Id(place));
        }
        return places;
    }

    private static Set<Update.Id> readSuperseded(DataInput in) throws IOException {
        Set<Update.Id> superseded = new LinkedHashSet<>();
        for (String id : Encoding.readTexts(in)) {
            superseded.add(new Update.Id(id));
        }
        return superseded;
    }

    private static Update.@Nullable Severity readSeverity(DataInput in) throws IOException {
        byte severity = in.readByte();
        return severity < 0 ? null : SEVERITIES[severity];
    }

    private static Bilingual readBilingual(DataInput in) throws IOException {
        return new Bilingual(in.readString(), in.readString());
    }

    private static @Nullable Bilingual readSaid(DataInput in) throws IOException {
        String arabic = in.readString();
        String english = in.readString();
        return arabic.isEmpty() && english.isEmpty() ? null : new Bilingual(arabic, english);
    }

    private static Map<Language, List<String>> readQuestions(DataInput in) throws IOException {
        Map<Language, List<String>> questions = new EnumMap<>(Language.class);
        for (Language language : LANGUAGES) {
            List<String> asked = Encoding.readTexts(in);
            if (!asked.isEmpty()) {
                questions.put(language, asked);
            }
        }
        return questions;
    }

    private static List<Source> readSources(DataInput in) throws IOException {
        int size = in.readVInt();
        List<Source> sources = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Bilingual name = readBilingual(in);
            Source.Kind kind = KINDS[in.readByte()];
            Instant at = Instant.ofEpochMilli(in.readLong());
            String url = in.readString();
            sources.add(new Source(name, kind, at, url.isEmpty() ? null : URI.create(url), readSaid(in)));
        }
        return sources;
    }
}
