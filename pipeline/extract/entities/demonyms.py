"""Peoples, faiths and parties: the adjectives and nouns that name a group."""

from pipeline.extract.entities.words import words

DEMONYMS = words(
    """
    Philippine Sinhalese Hausa Yoruba Igbo Oromo Tigrayan Amhara Rohingya Pashtun Punjabi
    Bengali Kashmiri Gujarati Marathi Hutu Tutsi Maasai Kikuyu Luo Xhosa Shona Inuk Métis Cree
    Navajo Cherokee Maya Mayan Quechua Aymara Mapuche Guarani Sami Romani Dalit Brahmin Latina
    Cossack Swahili Hindi Urdu Farsi Mandarin Cantonese Hebrew Yiddish Houthi Salafi Wahhabi
    Sherpa Persian Ottoman Afghan Albanian Algerian American Andorran Angolan Argentine
    Argentinian Armenian Australian Austrian Azerbaijani Azeri Bahamian Bahraini Bangladeshi
    Barbadian Belarusian Belgian Belizean Beninese Bhutanese Bolivian Bosnian Botswanan
    Brazilian British Bruneian Bulgarian Burkinabe Burmese Burundian Cambodian Cameroonian
    Canadian Chadian Chilean Chinese Colombian Congolese Croatian Cuban Cypriot Czech Danish
    Dominican Dutch Ecuadorian Ecuadorean Egyptian Emirati English Eritrean Estonian Ethiopian
    Fijian Filipino Finnish French Gabonese Gambian Georgian German Ghanaian Greek Grenadian
    Guatemalan Guinean Guyanese Haitian Honduran Hungarian Icelandic Indian Indonesian Iranian
    Iraqi Irish Israeli Italian Ivorian Jamaican Japanese Jordanian Kazakh Kenyan Korean Kosovar
    Kurdish Kuwaiti Kyrgyz Lao Laotian Latvian Lebanese Liberian Libyan Lithuanian Luxembourgish
    Macedonian Malagasy Malawian Malaysian Maldivian Malian Maltese Mauritanian Mauritian
    Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican Namibian Nepali Nepalese
    Nicaraguan Nigerian Nigerien Norwegian Omani Pakistani Palestinian Panamanian Paraguayan
    Peruvian Polish Portuguese Qatari Romanian Russian Rwandan Salvadoran Samoan Saudi Scottish
    Senegalese Serbian Singaporean Slovak Slovenian Somali Spanish Sudanese Surinamese Swazi
    Swedish Swiss Syrian Taiwanese Tajik Tanzanian Thai Tibetan Togolese Tongan Tunisian Turkish
    Turkmen Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese Welsh Yemeni Zambian
    Zimbabwean African Arab Arabic Asian Balkan Baltic Bedouin Berber Catalan Chechen European
    Hispanic Latino Nordic Scandinavian Slavic Soviet Tamil Tatar Uighur Uyghur Western Yazidi
    Zulu Basque Flemish Buddhist Catholic Christian Evangelical Hindu Islamic Islamist Jewish
    Muslim Orthodox Protestant Shia Shiite Sikh Sunni Anglican Mormon Communist Conservative
    Democrat Democratic Republican Socialist Maoist Marxist Nazi Tory Sandinista Zionist Inuit
    Māori Maori Aboriginal Roma Englishman Frenchman Irishman Scotsman Welshman Spaniard Briton
    Dane Finn Pole Serb Croat Swede Turk Turks Jew Kurd Scot Bosniak Kosovan Icelander Lutheran
    Quaker Sufi Alawite Druze Coptic Copt Latin Hispanics
    """
)
"""Adjectives and nouns for peoples, faiths and parties, in the singular."""


def is_demonym(word: str) -> bool:
    """Return whether the word names a people, a faith or a party, in either number."""
    return word in DEMONYMS or (word.endswith("s") and word[:-1] in DEMONYMS)


def singular(word: str) -> str:
    """Return the singular of a word for a people, or the word itself."""
    return word[:-1] if word.endswith("s") and word[:-1] in DEMONYMS else word


COUNTRY_OF = {
    people: country.replace("_", " ")
    for people, country in (
        pair.split("=")
        for pair in """
        Afghan=Afghanistan Albanian=Albania Algerian=Algeria American=United_States Angolan=Angola
        Argentine=Argentina Argentinian=Argentina Armenian=Armenia Australian=Australia
        Austrian=Austria Azerbaijani=Azerbaijan Bahraini=Bahrain Bangladeshi=Bangladesh
        Belarusian=Belarus Belgian=Belgium Bolivian=Bolivia Bosnian=Bosnia_and_Herzegovina
        Brazilian=Brazil British=United_Kingdom Bulgarian=Bulgaria Burmese=Myanmar Burundian=Burundi
        Cambodian=Cambodia Cameroonian=Cameroon Canadian=Canada Chadian=Chad Chilean=Chile
        Chinese=China Colombian=Colombia Croatian=Croatia Cuban=Cuba Cypriot=Cyprus
        Czech=Czech_Republic Danish=Denmark Dutch=Netherlands Ecuadorian=Ecuador Egyptian=Egypt
        Emirati=United_Arab_Emirates Eritrean=Eritrea Estonian=Estonia Ethiopian=Ethiopia
        Filipino=Philippines Philippine=Philippines Finnish=Finland French=France Gambian=Gambia
        Georgian=Georgia German=Germany Ghanaian=Ghana Greek=Greece Guatemalan=Guatemala
        Haitian=Haiti Honduran=Honduras Hungarian=Hungary Icelandic=Iceland Indian=India
        Indonesian=Indonesia Iranian=Iran Iraqi=Iraq Irish=Ireland Israeli=Israel Italian=Italy
        Ivorian=Ivory_Coast Jamaican=Jamaica Japanese=Japan Jordanian=Jordan Kazakh=Kazakhstan
        Kenyan=Kenya Kosovar=Kosovo Kuwaiti=Kuwait Kyrgyz=Kyrgyzstan Latvian=Latvia Lebanese=Lebanon
        Liberian=Liberia Libyan=Libya Lithuanian=Lithuania Malawian=Malawi Malaysian=Malaysia
        Malian=Mali Maltese=Malta Mauritanian=Mauritania Mauritian=Mauritius Mexican=Mexico
        Moldovan=Moldova Mongolian=Mongolia Montenegrin=Montenegro Moroccan=Morocco
        Mozambican=Mozambique Namibian=Namibia Nepalese=Nepal Nepali=Nepal Nicaraguan=Nicaragua
        Nigerian=Nigeria Norwegian=Norway Omani=Oman Pakistani=Pakistan Palestinian=Palestine
        Panamanian=Panama Paraguayan=Paraguay Peruvian=Peru Polish=Poland Portuguese=Portugal
        Qatari=Qatar Romanian=Romania Russian=Russia Rwandan=Rwanda Salvadoran=El_Salvador
        Saudi=Saudi_Arabia Senegalese=Senegal Serbian=Serbia Singaporean=Singapore Slovak=Slovakia
        Slovenian=Slovenia Somali=Somalia Spanish=Spain Sudanese=Sudan Swedish=Sweden
        Swiss=Switzerland Syrian=Syria Taiwanese=Taiwan Tajik=Tajikistan Tanzanian=Tanzania
        Thai=Thailand Togolese=Togo Tunisian=Tunisia Turkish=Turkey Turkmen=Turkmenistan
        Ugandan=Uganda Ukrainian=Ukraine Uruguayan=Uruguay Uzbek=Uzbekistan Venezuelan=Venezuela
        Vietnamese=Vietnam Yemeni=Yemen Zambian=Zambia Zimbabwean=Zimbabwe European=European_Union
        """.split()
    )
}
"""{adjective: the country it speaks of, by its preferred name}."""
