/** Widely leaked passwords of at least twelve characters, in lower case. Shorter ones are refused by their length. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `
  000000000000 111111111111 123123123123 123456123456 123456789012 1234567890123 12345678901234 123456789012345
  1234567890123456 123456789123 123456789123456789 1234567890qwe 1234567890qwerty 1234567891011 123456789101112
  12345678910111213 1234567890987654321 012345678910 0123456789012 098765432109 0987654321098 112233445566
  11223344556677 1122334455667788 121212121212 123321123321 123qwe123qwe 1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i
  1q2w3e4r5t6y7u8i9o0p 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 1qazxsw2!qazxsw2 147258369147 147852369147
  159753159753 987654321098 9876543210987 aa123456789 aaaaaaaaaaaa abc123abc123 abc123456789 abcd1234abcd
  abcd12345678 abcdefghijkl abcdefghijklm abcdefghijklmnop abcdefghijklmnopqrstuvwxyz access123456 admin1234567
  admin12345678 admin123admin admin@123456 adminadmin123 adminadminadmin administrator administrator1 administrator123
  alexander123 americanidol anthony12345 arsenal12345 asdasdasdasd asdf1234asdf asdfasdfasdf asdfghjkl123 asdfghjkl1234
  asdfghjklqwertyuiop asdfghjklzxcvbnm assassinscreed basketball12 basketball123 beautiful123 blink182blink
  bismillah123 bismillahirrahmanirrahim billybobthornton bullshit1234 butterfly123 calvinklein1 changeme1234
  changemeplease changemenow12 charlie12345 chelsea12345 chocolate123 christopher1 christopher12 commonwealth
  computer1234 computer12345 confidential cookiemonster correcthorse correcthorsebatterystaple counterstrike
  dallascowboys default12345 demo12345678 devilmaycry4 dragonball123 dragonballgt dragonballz1 eminememinem
  engineering1 enterprise12 everquest123 experience12 familyguy123 fatima123456 finalfantasy finalfantasy7 football1234
  football12345 freedom12345 fuckyou12345 fuckyou123456 fuckyoufuckyou gamecube1234 gfhjkmgfhjkm ghbdtnghbdtn
  goodmorning1 grandtheftauto guitarhero12 harrypotter1 harrypotter123 hellohello12 helloworld12 helloworld123
  helpmehelpme hewlettpackard hockeyhockey icecream1234 ihateyou1234 iloveyou1234 iloveyou12345 iloveyou123456
  iloveyoubabe iloveyoubaby iloveyousomuch iloveyouforever iloveyou4ever iloveyouiloveyou ilovemyfamily ilovemymommy
  imissyou1234 internet1234 internetexplorer introduction january12345 jesus1234567 jesuschrist1 jesuschrist123
  jesusislord1 jesuslovesme jonasbrothers johnjohnjohn jordan123456 killer123456 killuminati1 kingdomhearts kingofkings
  letmein12345 letmein123456 letmeinletmein letmeinplease lebronjames23 liverpool123 liverpool1234 liverpoolfc1
  livestrong12 london123456 loveforever1 loveisblind1 lovelove1234 lovelovelove loveyou12345 loveyouforever
  manchester12 manchester123 manchesterunited masterchief1 masterchief117 mastermaster metallica123 michael12345
  michaeljordan microsoft123 minecraft123 mississippi1 monkey123456 monkeymonkey motherfucker mother123456 motdepasse123
  mustang12345 mypassword12 mypassword123 myspace12345 naruto123456 narutouzumaki newpassword1 newpassword12
  nintendo1234 nopassword12 nothing12345 onelove12345 onetwothreefour p4ssw0rd1234 p@ssw0rd1234 p@ssw0rd12345
  p@ssw0rd123456 p@ssword1234 pass12345678 passpasspass passw0rd1234 password0000 password1111 password1234
  password12345 password123456 password1234567 password12345678 password123456789 password1password1 password2000
  password2010 password2015 password2018 password2019 password2020 password2021 password2022 password2023 password2024
  password2025 password2026 passwordpassword passwort1234 passwort12345 peanutbutter personal1234 philadelphia
  photography1 pokemon12345 pokemon123456 princess1234 princess12345 professional q1w2e3r4t5y6 q1w2e3r4t5y6u7
  qazwsx123456 qazwsxedc123 qazwsxedcrfv qazwsxedcrfvtgb qazxswedcvfr qqqqqqqqqqqq qwaszx123456 qweasdzxc123
  qweasdzxcqwe qwerasdfzxcv qwer1234qwer qwert1234567 qwert12345678 qwerty098765 qwerty123123 qwerty123456
  qwerty1234567 qwerty12345678 qwerty123456789 qwerty123qwerty qwertyasdfgh qwertyqwerty qwertyuiop12 qwertyuiop123
  qwertyuiop1234 qwertyuiop[] qwertyuiopasdf qwertyuiopasdfgh qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm
  ragnarok1234 rangers12345 realmadrid12 realmadrid123 restinpeace1 robertpattinson rockandroll1 rockyourlife
  samsung12345 sandiego1234 scarface1234 scoobydoo123 secret123456 secretsecret shadow123456 sheffield123 silverchair1
  skateboard12 slipknot1234 snoopdogg123 soccer123456 softball1234 spiderman123 spongebob123 spongebobsquarepants
  starcraft123 startrek1234 starwars1234 starwars12345 stayout12345 stephanie123 summer123456 sunshine1234 sunshine12345
  superman1234 superman12345 supersecret1 supersecret12 superstar123 sweetheart12 sweetheart123 teddybear123
  temppassword temp12345678 temporary123 test12345678 test123456789 testpassword testtesttest testtest1234 thebeatles12
  thegreatest1 theforgotten thisismypassword thisispassword thunderbird1 tinkerbell12 tinkerbell123 titanic12345
  tokiohotel12 tottenham123 trustno1trustno1 trustno12345 tweety123456 twilight1234 undertaker12 unbelievable
  undefined123 unforgettable university12 user12345678 user123456789 valentine123 volleyball12 vodafone1234
  volkswagen12 warcraft1234 welcome12345 welcome123456 welcome1welcome welcome2024! welcomehome1 westham12345
  whatever1234 whatthefuck1 windows12345 winnie123456 wolverhampton woodstock123 worldofwarcraft wrestling123
  xxxxxxxxxxxx yankees12345 yourmomisgay youaremylife youaremysunshine yugioh123456 zaq12wsxcde3 zaq1zaq1zaq1
  zaq1xsw2cde3 zaq1xsw2cde3vfr4 zxcvbnm12345 zxcvbnm123456 zxcvbnmasdfg zxcvbnmzxcvbnm zxcvbnm,./123
  wachtwoord12 wachtwoord123 wachtwoord1234 welkom123456 welkom1234567 welkom12345678 welkomwelkom welkomthuis1
  welkom01welkom01 geheim123456 geheimgeheim geheimwachtwoord ajaxamsterdam ajax12345678 feyenoord123 feyenoord1908
  feyenoordrotterdam psveindhoven psveindhoven1 fcgroningen1 fcgroningen1971 scheerenveen sc_heerenveen amsterdam123
  amsterdam020 rotterdam010 rotterdam123 groningen123 groningen050 groningen1234 leeuwarden12 leeuwarden123
  friesland123 drenthe12345 nederland123 nederland1234 nederland2024 hollandholland voetbal12345 voetbal123456
  schatje12345 lieverd12345 ikhouvanjou1 ikhouvanjou12 ikhouvanjouw ikhouvanjullie ikhouvanmama ikhouvanmijzelf
  hoihoihoihoi hallohallo12 hallohallo123 goedemorgen1 goedemiddag1 vakantie1234 vakantie2024 zomervakantie
  lenteiszomer administratie boekhouding1 beheerder123 beheerder1234 computer2024 kantoor12345 bedrijf12345
  sinterklaas1 sinterklaas12 hottentotten mijnwachtwoord mijnwachtwoord1 ditismijnwachtwoord ditiseenwachtwoord
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Words that common passwords are built on; figures and signs around them do not help. */
export const COMMON_STEMS: ReadonlySet<string> = new Set(
  `
  password passwort wachtwoord welkom welcome geheim secret letmein qwerty qwertyuiop azerty asdf asdfgh asdfghjkl
  zxcvbn zxcvbnm admin administrator beheer beheerder root login test tester demo guest gast user gebruiker default
  changeme temp temporary tijdelijk nieuw new mijn your mypassword iloveyou ikhouvanjou hello hallo hoi goedemorgen
  summer winter spring autumn zomer herfst lente januari februari maart april mei juni juli augustus september oktober
  november december january february march may june july august october monday tuesday wednesday thursday friday
  saturday sunday maandag dinsdag woensdag donderdag vrijdag zaterdag zondag football voetbal baseball basketball
  monkey dragon master superman batman pokemon princess sunshine shadow michael jordan charlie computer internet
  groningen friesland drenthe assen emmen leeuwarden amsterdam rotterdam nederland holland noord ajax feyenoord psv
  company bedrijf kantoor office the and pass word een van
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);
