package org.aman.place;

import java.util.Set;
import org.aman.language.Sounds;
import org.aman.language.Token;

/** Tells the words that say a kind of place, camp, crossing or road, in any script. */
final class NameKinds {
    private final PlaceNames names;

    NameKinds(PlaceNames names) {
        this.names = names;
    }

    /** Whether a word of a kind stands in the text, so that the bare name of a camp or crossing may mean it. */
    boolean namesKind(NameWords words, int candidates) {
        if (candidates > 3) {
            return false;
        }
        for (int at = 0; at < words.tokens.size(); at++) {
            if (isAnyKindWord(words, at)) {
                return true;
            }
        }
        return false;
    }

    /** "The Salt road": one word after that of a kind is a name, and may be a mistyped one though it means something itself. */
    boolean isKindAndName(NameWords words, int start, int end) {
        return end - start == 2 && isAnyKindWord(words, start);
    }

    /** "Atmh camp": in English the kind comes after the name. */
    boolean isNameAndKind(NameWords words, int start, int end) {
        return words.english && end - start == 2 && !words.isKnown(start) && isAnyKindWord(words, end - 1);
    }

    /** Whether a word of this place's kind stands next to the words from one to before another. */
    boolean isBeside(NameWords words, int start, int end, Place.Id place) {
        Set<String> kind = names.kindWordsOf(place);
        return start > 0 && isKindWord(words, start - 1, kind) || end < words.tokens.size() && isKindWord(words, end, kind);
    }

    boolean isAnyKindWord(NameWords words, int at) {
        return words.isKind(at, index -> names.kindWords().stream().anyMatch(kind -> isKindWord(words, index, kind)));
    }

    boolean isKindWord(NameWords words, int at, Set<String> kind) {
        Token token = words.tokens.get(at);
        if (token.script() == Token.Script.ARABIC) {
            return words.forms(at).stream().anyMatch(kind::contains);
        }
        return kind.contains(words.key(at, at + 1)) || words.maySound(at) && soundsLikeOne(token, kind);
    }

    private boolean soundsLikeOne(Token token, Set<String> kind) {
        Set<String> skeletons = Sounds.skeletons(token.text());
        return kind.stream()
                .map(names::soundOf)
                .anyMatch(sound -> !sound.isEmpty() && skeletons.contains(sound));
    }
}
