package org.aman.language;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The stem of an English word: Snowball's English stemmer, after irregular forms, spellings of Britain and America and a
 * few families of words are brought to one word ("bitten" to "bite", "diarrhea" to "diarrhoea", "electrocuted" to
 * "electric").
 */
public final class EnglishForms {
    /** Each family's first word stands for all of it. */
    private static final List<String> FAMILIES = List.of(
            "bite bit bitten", "sting stung", "fall fell fallen", "swell swollen swelled", "burn burnt", "break broke broken",
            "freeze froze frozen", "drink drank drunk", "eat ate eaten", "steal stole stolen theft thief thieves", "lose lost",
            "sleep slept asleep", "wake woke woken awake", "bleed bled", "feed fed", "spill spilt", "hide hid hidden",
            "buy bought", "sell sold", "pay paid payment", "catch caught", "swim swam swum", "drive drove driven",
            "write wrote written writing", "speak spoke spoken", "teach taught", "choose chose chosen choice", "throw threw thrown",
            "blow blew blown", "grow grew grown", "shake shook shaken", "hang hung", "dig dug", "shoot shot", "shut", "hurt",
            "forget forgot forgotten", "send sent", "spend spent", "lend lent", "build built", "hold held", "stand stood",
            "sit sat", "run ran", "rise rose risen", "sink sank sunk", "shrink shrank shrunk", "tear tore torn", "wear wore worn",
            "light lit", "strike struck stricken", "flee fled", "lead led", "die died dead death dying",
            "beat beaten", "begin began begun", "ring rang rung", "sweep swept", "creep crept", "weep wept", "smell smelt smelly",
            "spoil spoilt", "learn learnt", "dream dreamt", "kneel knelt", "bend bent", "bind bound", "lay laid",
            "tooth teeth", "foot feet", "mouse mice", "child children", "man men", "woman women", "wife wives", "knife knives",
            "louse lice", "leaf leaves", "loaf loaves", "ox oxen", "goose geese", "diarrhoea diarrhea", "anaemia anemia anaemic anemic",
            "mould mold mouldy moldy", "labour labor", "colour color", "neighbour neighbor", "faeces feces", "oedema edema",
            "paediatric pediatric", "haemorrhage hemorrhage", "tyre tire", "fibre fiber", "litre liter", "metre meter",
            "centre center", "licence license", "grey gray", "plough plow", "tumour tumor", "mum mom mother mama mummy",
            "dad daddy father", "grandmother grandma granny nan", "grandfather grandpa grandad granddad", "electric electricity electrical electrocuted electrocute electrocution",
            "pregnant pregnancy", "vaccine vaccination vaccinate vaccinated immunisation immunization immunise immunize",
            "marry marriage married", "allergy allergic", "poison poisonous poisoning toxic", "infect infection infected infectious",
            "injure injury injured", "dizzy dizziness", "bury burial", "identify identity identification", "breathe breath breathing breathless",
            "itch itchy itching", "thirst thirsty", "hunger hungry starve starving starvation", "disable disability disabled", "sick sickness",
            "ill illness", "weak weakness", "angry anger", "sad sadness", "depress depression depressed", "anxious anxiety",
            "violent violence", "warm warmth", "strong strength", "deep depth", "wide width",
            "evict eviction", "adopt adoption", "inherit inheritance", "register registration registry",
            "enrol enroll enrolment enrollment", "prescribe prescription", "surgery surgical", "amputate amputation amputee amputated",
            "dehydrate dehydration dehydrated", "malnourish malnutrition malnourished", "contaminate contamination contaminated",
            "disinfect disinfection disinfectant", "purify purification", "ventilate ventilation", "insulate insulation",
            "medicine medicines medication medications medicinal", "drug drugs", "pill pills tablet tablets capsule", "document documents documentation",
            "ear ears", "pipe pipes", "garbage rubbish trash", "mobile cellphone cell smartphone phone telephone",
            "petrol gasoline", "stove heater cooker", "toilet latrine lavatory loo", "nappy nappies diaper diapers", "flat apartment",
            "doctor doctors physician", "infant newborn", "snake viper serpent", "bike bicycle", "lorry truck",
            "fire flame flames blaze", "sewage sewer sewerage", "pee urine urinate urinating wee", "poo stool stools faeces feces", "vomit vomiting puke puking",
            "kerosene paraffin");

    private static final Map<String, String> FIRST_OF = firstOf();

    /** The words of some hundred questions and updates. */
    private static final int MOST_REMEMBERED = 2_048;

    private static final Remembered<String, String> STEMS = new Remembered<>(MOST_REMEMBERED);

    private EnglishForms() {}

    public static String stem(String word) {
        if (word.length() < 3) {
            return word;
        }
        return STEMS.ofWord(word.length(), word, EnglishForms::worked);
    }

    private static String worked(String word) {
        return snowball(FIRST_OF.getOrDefault(word, word));
    }

    private static String snowball(String word) {
        EnglishStemmer stemmer = new EnglishStemmer(); // not safe to share between threads
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static Map<String, String> firstOf() {
        Map<String, String> first = new HashMap<>();
        for (String family : FAMILIES) {
            String[] words = family.split(" ");
            for (String word : words) {
                first.putIfAbsent(word, words[0]);
            }
        }
        return first;
    }
}
